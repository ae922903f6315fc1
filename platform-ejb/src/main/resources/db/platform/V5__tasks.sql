-- Tasks of plugins for the workers. The row is the task: a message carries it to a worker, and is written again when it gets lost.
create table task (
    id          varchar(36)              not null primary key,
    seq         bigint                   not null,
    plugin      varchar(40)              not null,
    type        varchar(100)             not null,
    state       varchar(10)              not null,
    priority    integer                  not null,
    attempt     integer                  not null,
    retries     integer                  not null,
    pause       bigint                   not null,
    unique_key  varchar(200),
    callback    varchar(10)              not null,
    call_after  timestamp with time zone,
    calls       integer                  not null,
    submitted   timestamp with time zone not null,
    not_before  timestamp with time zone not null,
    deadline    timestamp with time zone not null,
    ended       timestamp with time zone,
    input       text                     not null,
    shown       text,
    output      text,
    failure     varchar(2000),
    trace       text
);

-- The order in which those that wait are taken; those that ended, newest first; whose plugin has still to be told.
create index task_waiting on task (state, plugin, priority, seq);
create index task_ended on task (state, ended);
create index task_callback on task (callback, call_after);

-- The one task of a key that has not ended.
create table task_key (
    plugin     varchar(40)  not null,
    type       varchar(100) not null,
    unique_key varchar(200) not null,
    task       varchar(36)  not null,
    primary key (plugin, type, unique_key)
);
