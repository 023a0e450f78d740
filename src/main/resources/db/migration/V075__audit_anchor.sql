-- Anchors of the audit trail. A chain alone does not notice that a whole stream goes together with its last link, nor that a record's
-- number (id) is changed: the number is given by the database after the hash was made.

-- ids: a running hash over the numbers of the stream's records, sha256 of the one before and the number.
alter table audit_chain
    add column ids char(64) not null default '0000000000000000000000000000000000000000000000000000000000000000';

set session max_recursive_iterations = 4294967295;
create table audit_ids_v075 as
with recursive running (stream, position, ids) as (
    select stream, position, cast(sha2(concat('64:', repeat('0', 64), octet_length(id), ':', id), 256) as char(64))
    from audit_record where position = 1
    union all
    select r.stream, r.position, sha2(concat('64:', u.ids, octet_length(r.id), ':', r.id), 256)
    from running u join audit_record r on r.stream = u.stream and r.position = u.position + 1)
select * from running;
alter table audit_ids_v075 add primary key (stream, position);
update audit_chain c join audit_ids_v075 u on u.stream = c.stream and u.position = c.position set c.ids = u.ids;
drop table audit_ids_v075;

-- The register of streams: each stream is entered once, when it begins, with the hash of its first record. A chain of its own.
create table audit_stream (
    number     bigint       not null,
    stream     varchar(100) not null,
    first_hash char(64)     not null,
    prev_hash  char(64)     not null,
    hash       char(64)     not null,
    constraint pk_audit_stream primary key (number),
    constraint uk_audit_stream unique (stream)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table audit_begun_v075 as
select row_number() over (order by id) as number, stream, hash as first_hash from audit_record where position = 1;
alter table audit_begun_v075 add primary key (number);
insert into audit_stream (number, stream, first_hash, prev_hash, hash)
with recursive entered (number, stream, first_hash, prev_hash, hash) as (
    select number, stream, first_hash, cast(repeat('0', 64) as char(64)), cast(sha2(concat('64:', repeat('0', 64), '1:1',
      octet_length(stream), ':', stream, '64:', first_hash), 256) as char(64))
    from audit_begun_v075 where number = 1
    union all
    select b.number, b.stream, b.first_hash, e.hash, sha2(concat('64:', e.hash, octet_length(b.number), ':', b.number,
      octet_length(b.stream), ':', b.stream, '64:', b.first_hash), 256)
    from entered e join audit_begun_v075 b on b.number = e.number + 1)
select * from entered;
drop table audit_begun_v075;
set session max_recursive_iterations = default;

-- Its last link: the row that is locked when a stream begins, and at no other time.
create table audit_register (
    id      int      not null,
    streams bigint   not null,
    hash    char(64) not null,
    constraint pk_audit_register primary key (id),
    constraint ck_audit_register_one check (id = 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
insert into audit_register (id, streams, hash)
select 1, count(*), coalesce(max(if(number = (select max(number) from audit_stream), hash, null)), repeat('0', 64)) from audit_stream;

create trigger audit_stream_no_update before update on audit_stream for each row
    signal sqlstate '45000' set message_text = 'The audit trail is append-only';
create trigger audit_stream_no_delete before delete on audit_stream for each row
    signal sqlstate '45000' set message_text = 'The audit trail is append-only';
