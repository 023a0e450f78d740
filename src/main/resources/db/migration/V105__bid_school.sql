-- A member school in one bid: its amounts as the lead has put them, whether the lead took it out, and whether it is asked for its consent.
-- A school without a row is a member with nothing against it.
create table bid_school (
    bid_id           uuid        not null,
    school_id        uuid        not null,
    share_pence      bigint      not null default 0,
    pledge_pence     bigint      not null default 0,
    asked_at         datetime(6),
    taken_out_at     datetime(6),
    taken_out_by     uuid,
    taken_out_reason varchar(2000),
    constraint pk_bid_school primary key (bid_id, school_id),
    constraint fk_bid_school_bid foreign key (bid_id) references bid_bid (id),
    constraint fk_bid_school_school foreign key (school_id) references establishment_school (id),
    constraint fk_bid_school_person foreign key (taken_out_by) references security_person (id),
    constraint ck_bid_school_money check (share_pence >= 0 and pledge_pence >= 0),
    constraint ck_bid_school_taken_out check ((taken_out_at is null) = (taken_out_reason is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- What the headteacher of a member school answered, and for which amounts. A consent holds while the amounts are the same.
create table bid_consent (
    bid_id       uuid          not null,
    school_id    uuid          not null,
    number       int           not null,
    answer       varchar(20)   not null,
    share_pence  bigint        not null,
    pledge_pence bigint        not null,
    reason       varchar(2000) not null,
    answered_by  uuid          not null,
    answered_at  datetime(6)   not null,
    constraint pk_bid_consent primary key (bid_id, school_id, number),
    constraint fk_bid_consent_bid foreign key (bid_id) references bid_bid (id),
    constraint fk_bid_consent_school foreign key (school_id) references establishment_school (id),
    constraint fk_bid_consent_person foreign key (answered_by) references security_person (id),
    constraint ck_bid_consent_answer check (answer in ('GIVEN', 'DECLINED', 'WITHDRAWN')),
    constraint ck_bid_consent_money check (share_pence >= 0 and pledge_pence >= 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create trigger bid_consent_no_update before update on bid_consent for each row
    signal sqlstate '45000' set message_text = 'Consents are append-only';
create trigger bid_consent_no_delete before delete on bid_consent for each row
    signal sqlstate '45000' set message_text = 'Consents are append-only';
