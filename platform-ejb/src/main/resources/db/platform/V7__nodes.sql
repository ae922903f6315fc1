-- Credentials of nodes that the platform has issued itself. The password is in the broker's realm, as a hash; here is who may be whom, and since when.
create table node_credential (
    node         varchar(23)              not null primary key,
    service      varchar(10)              not null,
    in_force     varchar(32)              not null,
    successor    varchar(32),
    overlap_ends timestamp with time zone,
    issued       timestamp with time zone not null,
    issued_by    varchar(100)             not null
);
