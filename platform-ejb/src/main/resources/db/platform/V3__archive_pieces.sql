-- In pieces, so that no archive is ever in memory as a whole. They are written before the row of their archive, a few in a
-- transaction, since a database may hold in memory what one transaction writes: so they cannot refer to it.
create table archive_piece (
    sha256 varchar(64) not null,
    seq    integer     not null,
    bytes  bytea       not null,
    primary key (sha256, seq)
);

insert into archive_piece (sha256, seq, bytes) select sha256, seq, bytes from archive_chunk;

drop table archive_chunk;
