-- The audit trail. One chain of hashes per stream (a bid, a person, ...); each record holds the hash of the one before it.
-- Records are never changed or removed: triggers refuse it for everybody, and the application's own user has no right to.
create table audit_record (
    id           bigint        not null auto_increment,
    stream       varchar(100)  not null,
    position     bigint        not null,
    at           datetime(6)   not null,
    person_id    uuid,
    person_name  varchar(200)  not null,
    role         varchar(40)   not null,
    action       varchar(80)   not null,
    subject_type varchar(40)   not null,
    subject_id   varchar(100)  not null,
    bid_id       uuid,
    details      longtext      not null,
    prev_hash    char(64)      not null,
    hash         char(64)      not null,
    constraint pk_audit_record primary key (id),
    constraint uk_audit_record_stream unique (stream, position),
    index idx_audit_record_at (at, id),
    index idx_audit_record_bid (bid_id, id),
    index idx_audit_record_person (person_id, id),
    index idx_audit_record_action (action, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- The last link of each chain: the row that is locked to append.
create table audit_chain (
    stream    varchar(100) not null,
    position  bigint       not null,
    hash      char(64)     not null,
    constraint pk_audit_chain primary key (stream)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create trigger audit_record_no_update before update on audit_record for each row
    signal sqlstate '45000' set message_text = 'The audit trail is append-only';
create trigger audit_record_no_delete before delete on audit_record for each row
    signal sqlstate '45000' set message_text = 'The audit trail is append-only';
