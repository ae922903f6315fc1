create table notes (
    id         bigint generated always as identity primary key,
    text       varchar(1000)            not null,
    author     varchar(200)             not null,
    written_at timestamp with time zone not null
);
