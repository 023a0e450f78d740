-- The queue of work as people see it: one row per engine task and candidate group, written with the task in one transaction.
-- Names and amounts are kept here so that a page of the queue is read from one index alone. Money in pence.
create table inbox_work_item (
    id                 bigint       not null auto_increment,
    task_id            varchar(64)  character set ascii collate ascii_bin not null,
    group_key          varchar(120) character set ascii collate ascii_bin not null,
    state              varchar(10)  character set ascii collate ascii_bin not null,
    bid_id             uuid         not null,
    stage              varchar(20)  character set ascii collate ascii_bin not null,
    task_key           varchar(80)  character set ascii collate ascii_bin not null,
    form               varchar(60)  character set ascii collate ascii_bin not null,
    collaboration_id   uuid         not null,
    collaboration_name varchar(200) not null,
    round_id           uuid         not null,
    round_name         varchar(20)  not null,
    area_code          varchar(20)  character set ascii collate ascii_bin not null,
    district_name      varchar(100) not null,
    amount_pence       bigint       not null,
    member_count       int          not null,
    revision           int          not null,
    created_at         datetime(6)  not null,
    due_at             datetime(6)  not null,
    claimed_by         uuid,
    claimed_name       varchar(200),
    claimed_at         datetime(6),
    done_by            uuid,
    done_name          varchar(200),
    done_at            datetime(6),
    reminded_at        datetime(6),
    escalated_at       datetime(6),
    constraint pk_inbox_work_item primary key (id),
    constraint uk_inbox_work_item_task unique (task_id, group_key),
    constraint ck_inbox_work_item_state check (state in ('OPEN', 'DONE', 'GONE')),
    constraint ck_inbox_work_item_claim check ((claimed_by is null) = (claimed_at is null)),
    constraint ck_inbox_work_item_done check ((state = 'DONE') = (done_at is not null)),
    index idx_inbox_work_item_queue (group_key, state, due_at, id, claimed_by, task_id, bid_id, stage, task_key, form,
        collaboration_id, collaboration_name, round_id, round_name, area_code, district_name, amount_pence, member_count, revision,
        created_at, claimed_name, claimed_at, escalated_at),
    index idx_inbox_work_item_age (group_key, state, created_at, id),
    index idx_inbox_work_item_amount (group_key, state, amount_pence, id),
    index idx_inbox_work_item_mine (claimed_by, state, due_at, id),
    index idx_inbox_work_item_done (done_by, done_at, id),
    index idx_inbox_work_item_bid (bid_id, task_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- How much is open, by group and by who has claimed it (empty for nobody), kept with every change so that counts need no counting.
create table inbox_counter (
    group_key       varchar(120) character set ascii collate ascii_bin not null,
    person_key      varchar(36)  character set ascii collate ascii_bin not null,
    open_count      int          not null,
    escalated_count int          not null,
    constraint pk_inbox_counter primary key (group_key, person_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
