-- March: what was reached so far, in words. One report for each bid; a returned one is written on.
create table outcome_march_report (
    bid_id          uuid          not null,
    status          varchar(20)   not null,
    self_assessment varchar(2000) not null default '',
    next_steps      varchar(2000) not null default '',
    late            boolean       not null default false,
    submitted_by    uuid,
    submitted_at    datetime(6),
    decided_by      uuid,
    decided_at      datetime(6),
    return_reason   varchar(2000) not null default '',
    saved_at        datetime(6)   not null,
    version         int           not null default 0,
    constraint pk_outcome_march_report primary key (bid_id),
    constraint fk_outcome_march_report_bid foreign key (bid_id) references bid_bid (id),
    constraint fk_outcome_march_report_submitted_by foreign key (submitted_by) references security_person (id),
    constraint fk_outcome_march_report_decided_by foreign key (decided_by) references security_person (id),
    constraint ck_outcome_march_report_status check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
    constraint ck_outcome_march_report_submitted check (status = 'DRAFT' or (submitted_by is not null and submitted_at is not null)),
    constraint ck_outcome_march_report_decided check (status not in ('RETURNED', 'ACCEPTED') or decided_by is not null),
    constraint ck_outcome_march_report_two_people check (decided_by is null or decided_by <> submitted_by)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table outcome_march_item (
    bid_id      uuid          not null,
    priority_id uuid          not null,
    progress    varchar(20),
    comment     varchar(2000) not null default '',
    constraint pk_outcome_march_item primary key (bid_id, priority_id),
    constraint fk_outcome_march_item_report foreign key (bid_id) references outcome_march_report (bid_id),
    constraint fk_outcome_march_item_priority foreign key (priority_id) references bid_plan_item (id),
    constraint ck_outcome_march_item_progress check (progress is null or progress in ('ON_TRACK', 'SOME', 'NONE'))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- October: the year's results by measure, beside the targets of the plan.
create table outcome_october_report (
    bid_id        uuid          not null,
    status        varchar(20)   not null,
    summary       varchar(2000) not null default '',
    late          boolean       not null default false,
    submitted_by  uuid,
    submitted_at  datetime(6),
    decided_by    uuid,
    decided_at    datetime(6),
    return_reason varchar(2000) not null default '',
    saved_at      datetime(6)   not null,
    version       int           not null default 0,
    constraint pk_outcome_october_report primary key (bid_id),
    constraint fk_outcome_october_report_bid foreign key (bid_id) references bid_bid (id),
    constraint fk_outcome_october_report_submitted_by foreign key (submitted_by) references security_person (id),
    constraint fk_outcome_october_report_decided_by foreign key (decided_by) references security_person (id),
    constraint ck_outcome_october_report_status check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
    constraint ck_outcome_october_report_submitted check (status = 'DRAFT' or (submitted_by is not null and submitted_at is not null)),
    constraint ck_outcome_october_report_decided check (status not in ('RETURNED', 'ACCEPTED') or decided_by is not null),
    constraint ck_outcome_october_report_two_people check (decided_by is null or decided_by <> submitted_by)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- actual is the value of actual_typed, null where that is no number. A result without a figure says why.
create table outcome_october_item (
    bid_id       uuid          not null,
    target_id    uuid          not null,
    actual_typed varchar(50)   not null default '',
    actual       decimal(12, 2),
    no_figure    boolean       not null default false,
    reason       varchar(2000) not null default '',
    comment      varchar(2000) not null default '',
    constraint pk_outcome_october_item primary key (bid_id, target_id),
    constraint fk_outcome_october_item_report foreign key (bid_id) references outcome_october_report (bid_id),
    constraint fk_outcome_october_item_target foreign key (target_id) references bid_plan_target (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
