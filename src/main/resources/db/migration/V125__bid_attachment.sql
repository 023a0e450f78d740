-- Files beside a plan. What a file is stays for good; its content lies in pieces here or in a folder, and is held against the hash
-- whenever it is handed out.
create table bid_attachment (
    id       uuid         not null,
    bid_id   uuid         not null,
    name     varchar(150) not null,
    kind     varchar(10)  not null,
    size     bigint       not null,
    sha256   char(64)     not null,
    place    varchar(10)  not null,
    added_by uuid         not null,
    added_at datetime(6)  not null,
    constraint pk_bid_attachment primary key (id),
    constraint fk_bid_attachment_bid foreign key (bid_id) references bid_bid (id),
    constraint fk_bid_attachment_person foreign key (added_by) references security_person (id),
    constraint ck_bid_attachment_kind check (kind in ('PDF', 'DOCX', 'XLSX', 'ODT', 'ODS', 'PNG', 'JPEG')),
    constraint ck_bid_attachment_size check (size between 1 and 20971520),
    constraint ck_bid_attachment_place check (place in ('DATABASE', 'FOLDER'))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table bid_attachment_piece (
    attachment_id uuid       not null,
    number        int        not null,
    content       mediumblob not null,
    constraint pk_bid_attachment_piece primary key (attachment_id, number),
    constraint fk_bid_attachment_piece_attachment foreign key (attachment_id) references bid_attachment (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table bid_attachment_removal (
    attachment_id uuid        not null,
    removed_by    uuid        not null,
    removed_at    datetime(6) not null,
    constraint pk_bid_attachment_removal primary key (attachment_id),
    constraint fk_bid_attachment_removal_attachment foreign key (attachment_id) references bid_attachment (id),
    constraint fk_bid_attachment_removal_person foreign key (removed_by) references security_person (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create trigger bid_attachment_no_update before update on bid_attachment for each row
    signal sqlstate '45000' set message_text = 'Attachments are append-only';
create trigger bid_attachment_no_delete before delete on bid_attachment for each row
    signal sqlstate '45000' set message_text = 'Attachments are append-only';
create trigger bid_attachment_removal_no_update before update on bid_attachment_removal for each row
    signal sqlstate '45000' set message_text = 'Removals of attachments are append-only';
create trigger bid_attachment_removal_no_delete before delete on bid_attachment_removal for each row
    signal sqlstate '45000' set message_text = 'Removals of attachments are append-only';
