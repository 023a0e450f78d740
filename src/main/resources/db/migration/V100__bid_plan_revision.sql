-- What a plan said when it was submitted, when it came back and when an earlier one took its place: all its fields as they were typed.
create table bid_plan_revision (
    bid_id          uuid        not null,
    number          int         not null,
    kind            varchar(20) not null,
    revision        int         not null,
    content         longtext    not null,
    requested_pence bigint      not null,
    kept_by         uuid,
    kept_at         datetime(6) not null,
    constraint pk_bid_plan_revision primary key (bid_id, number),
    constraint fk_bid_plan_revision_bid foreign key (bid_id) references bid_bid (id),
    constraint fk_bid_plan_revision_person foreign key (kept_by) references security_person (id),
    constraint ck_bid_plan_revision_kind check (kind in ('SUBMITTED', 'RETURNED', 'REPLACED')),
    constraint ck_bid_plan_revision_requested check (requested_pence >= 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create trigger bid_plan_revision_no_update before update on bid_plan_revision for each row
    signal sqlstate '45000' set message_text = 'Revisions of a plan are append-only';
create trigger bid_plan_revision_no_delete before delete on bid_plan_revision for each row
    signal sqlstate '45000' set message_text = 'Revisions of a plan are append-only';
