-- What stood beside a plan when it was kept: each school with its share and pledge, and each file. Revisions from before these tables
-- have no school here; what stood beside them follows from the moments of consents and files.
create table bid_plan_revision_school (
    bid_id       uuid   not null,
    number       int    not null,
    school_id    uuid   not null,
    share_pence  bigint not null,
    pledge_pence bigint not null,
    constraint pk_bid_plan_revision_school primary key (bid_id, number, school_id),
    constraint fk_bid_plan_revision_school_revision foreign key (bid_id, number) references bid_plan_revision (bid_id, number),
    constraint fk_bid_plan_revision_school_school foreign key (school_id) references establishment_school (id),
    constraint ck_bid_plan_revision_school_money check (share_pence >= 0 and pledge_pence >= 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table bid_plan_revision_file (
    bid_id        uuid     not null,
    number        int      not null,
    attachment_id uuid     not null,
    sha256        char(64) not null,
    constraint pk_bid_plan_revision_file primary key (bid_id, number, attachment_id),
    constraint fk_bid_plan_revision_file_revision foreign key (bid_id, number) references bid_plan_revision (bid_id, number),
    constraint fk_bid_plan_revision_file_attachment foreign key (attachment_id) references bid_attachment (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create trigger bid_plan_revision_school_no_update before update on bid_plan_revision_school for each row
    signal sqlstate '45000' set message_text = 'Schools of a revision are append-only';
create trigger bid_plan_revision_school_no_delete before delete on bid_plan_revision_school for each row
    signal sqlstate '45000' set message_text = 'Schools of a revision are append-only';
create trigger bid_plan_revision_file_no_update before update on bid_plan_revision_file for each row
    signal sqlstate '45000' set message_text = 'Files of a revision are append-only';
create trigger bid_plan_revision_file_no_delete before delete on bid_plan_revision_file for each row
    signal sqlstate '45000' set message_text = 'Files of a revision are append-only';
