create table work (
    task  varchar(36) not null primary key,
    state varchar(20) not null
);
