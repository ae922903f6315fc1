-- What is wanted, what is kept, what was done, and who is there.

-- Grows with every change of the wanted set; instances compare it with what they saw.
create table wanted (
    revision bigint not null
);

insert into wanted (revision) values (0);

create table archive (
    sha256      varchar(64)              not null primary key,
    plugin      varchar(40)              not null,
    version     varchar(100)             not null,
    descriptor  text                     not null,
    size        bigint                   not null,
    uploaded    timestamp with time zone not null,
    uploaded_by varchar(100)             not null
);

create index archive_plugin on archive (plugin);

-- In pieces, so that no archive is ever in memory as a whole.
create table archive_chunk (
    sha256 varchar(64) not null references archive (sha256) on delete cascade,
    seq    integer     not null,
    bytes  bytea       not null,
    primary key (sha256, seq)
);

-- One row is the one state of a plugin. current: what all instances run; candidate: what the server tries first.
create table plugin (
    id        varchar(40)              not null primary key,
    revision  bigint                   not null,
    current   varchar(64) references archive (sha256),
    candidate varchar(64) references archive (sha256),
    running   boolean                  not null,
    state     varchar(20)              not null,
    since     timestamp with time zone not null,
    reason    varchar(2000)
);

create table operation (
    id        varchar(36)              not null primary key,
    seq       bigint generated always as identity,
    plugin    varchar(40)              not null,
    kind      varchar(20)              not null,
    before    varchar(64),
    target    varchar(64),
    data      varchar(10),
    state     varchar(20)              not null,
    steps     text                     not null,
    actor     varchar(100)             not null,
    address   varchar(64)              not null,
    started   timestamp with time zone not null,
    ended     timestamp with time zone,
    reason    varchar(2000)
);

create table instance (
    name      varchar(40)              not null primary key,
    service   varchar(10)              not null,
    report    text                     not null,
    connected timestamp with time zone not null,
    last_seen timestamp with time zone not null
);

-- Digests of the plugins' scripts as they were when they ran.
create table plugin_script (
    plugin varchar(40)  not null,
    script varchar(512) not null,
    sha256 varchar(64)  not null,
    primary key (plugin, script)
);
