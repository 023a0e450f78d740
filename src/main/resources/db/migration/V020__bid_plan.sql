-- The action plan and budget of a bid. A draft is kept as it was typed, valid or not; beside what is typed stands its value, null
-- where the text is no number.
create table bid_plan (
    bid_id            uuid          not null,
    skills_audit_done boolean       not null default false,
    support           varchar(2000) not null default '',
    variance          varchar(2000) not null default '',
    matched_typed     varchar(50)   not null default '',
    matched_pence     bigint,
    matched_by        varchar(2000) not null default '',
    version           int           not null default 0,
    saved_at          datetime(6)   not null,
    saved_by          uuid          not null,
    constraint pk_bid_plan primary key (bid_id),
    constraint fk_bid_plan_bid foreign key (bid_id) references bid_bid (id),
    constraint fk_bid_plan_saved_by foreign key (saved_by) references security_person (id),
    constraint ck_bid_plan_matched check (matched_pence is null or matched_pence >= 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- What the report names as priorities and activities of collaborations, in short words of our own; source is its paragraph.
create table bid_catalogue (
    code     varchar(40)  not null,
    kind     varchar(20)  not null,
    label    varchar(200) not null,
    source   varchar(40)  not null,
    position int          not null,
    constraint pk_bid_catalogue primary key (code),
    constraint uk_bid_catalogue_position unique (kind, position),
    constraint ck_bid_catalogue_kind check (kind in ('PRIORITY', 'ACTIVITY'))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Priorities and activities of a plan: from the catalogue, or in the lead's own words.
create table bid_plan_item (
    id             uuid         not null,
    bid_id         uuid         not null,
    kind           varchar(20)  not null,
    position       int          not null,
    catalogue_code varchar(40),
    words          varchar(200) not null default '',
    constraint pk_bid_plan_item primary key (id),
    constraint uk_bid_plan_item_position unique (bid_id, kind, position),
    constraint uk_bid_plan_item_once unique (bid_id, catalogue_code),
    constraint fk_bid_plan_item_bid foreign key (bid_id) references bid_bid (id),
    constraint fk_bid_plan_item_catalogue foreign key (catalogue_code) references bid_catalogue (code),
    constraint ck_bid_plan_item_kind check (kind in ('PRIORITY', 'ACTIVITY')),
    constraint ck_bid_plan_item_words check ((catalogue_code is null) = (words <> ''))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table bid_plan_target (
    id             uuid         not null,
    bid_id         uuid         not null,
    position       int          not null,
    measure        varchar(200) not null default '',
    about          varchar(200) not null default '',
    baseline_typed varchar(50)  not null default '',
    baseline       decimal(12, 2),
    target_typed   varchar(50)  not null default '',
    target         decimal(12, 2),
    reach_by       date,
    constraint pk_bid_plan_target primary key (id),
    constraint uk_bid_plan_target_position unique (bid_id, position),
    constraint fk_bid_plan_target_bid foreign key (bid_id) references bid_bid (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table bid_plan_budget_line (
    id           uuid         not null,
    bid_id       uuid         not null,
    position     int          not null,
    category     varchar(30),
    description  varchar(200) not null default '',
    amount_typed varchar(50)  not null default '',
    amount_pence bigint,
    constraint pk_bid_plan_budget_line primary key (id),
    constraint uk_bid_plan_budget_line_position unique (bid_id, position),
    constraint fk_bid_plan_budget_line_bid foreign key (bid_id) references bid_bid (id),
    constraint ck_bid_plan_budget_line_category check (category is null
        or category in ('STAFF_RELEASE', 'TRAINING', 'EXTERNAL_SUPPORT', 'RESOURCES', 'EVALUATION')),
    constraint ck_bid_plan_budget_line_amount check (amount_pence is null or amount_pence >= 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
