-- Who is signed in on a device. The token itself is with the device only; here is its SHA-256, which names the session to the client services.
create table device_session (
    ref       varchar(64)              not null primary key,
    name      varchar(200)             not null,
    roles     varchar(2000)            not null,
    created   timestamp with time zone not null,
    last_seen timestamp with time zone not null,
    expires   timestamp with time zone not null
);

create index device_session_expires on device_session (expires);

-- The last action of each device to each plugin, noted in the transaction of the action itself: what makes it happen once. A device sends the next one when
-- this one is answered, so one row is enough however many there are.
create table action_lane (
    account varchar(200)             not null,
    device  varchar(64)              not null,
    plugin  varchar(40)              not null,
    n       bigint                   not null,
    action  varchar(64)              not null,
    answer  text,
    at      timestamp with time zone not null,
    primary key (account, device, plugin)
);

create index action_lane_at on action_lane (at);
