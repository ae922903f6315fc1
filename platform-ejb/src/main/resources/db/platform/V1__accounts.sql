-- Who may sign in, who is signed in, and what was done. Runs on PostgreSQL and on H2 in its PostgreSQL mode.
create table account (
    name          varchar(64)              not null primary key,
    password_hash varchar(400)             not null,
    roles         varchar(400)             not null,
    must_change   boolean                  not null,
    disabled      boolean                  not null,
    created       timestamp with time zone not null
);

-- The token itself is with the browser only; here is its SHA-256.
create table session (
    token_hash varchar(64)              not null primary key,
    account    varchar(64)              not null references account (name) on delete cascade,
    csrf       varchar(64)              not null,
    created    timestamp with time zone not null,
    last_seen  timestamp with time zone not null,
    expires    timestamp with time zone not null
);

create index session_account on session (account);
create index session_expires on session (expires);

create table audit (
    id      bigint generated always as identity primary key,
    at      timestamp with time zone not null,
    actor   varchar(100)             not null,
    address varchar(64)              not null,
    action  varchar(64)              not null,
    subject varchar(200)             not null,
    outcome varchar(64)              not null,
    detail  text                     not null
);
