-- The adviser's review of one revision of a bid. Each revision has its own, kept for good.
create table review_review (
    id                uuid          not null,
    bid_id            uuid          not null,
    revision          int           not null,
    status            varchar(20)   not null,
    adviser_id        uuid          not null,
    comment           varchar(2000) not null default '',
    recommended_pence bigint,
    conditions        varchar(2000) not null default '',
    return_reasons    varchar(2000) not null default '',
    saved_at          datetime(6)   not null,
    decided_at        datetime(6),
    constraint pk_review_review primary key (id),
    constraint uk_review_review_revision unique (bid_id, revision),
    constraint fk_review_review_bid foreign key (bid_id) references bid_bid (id),
    constraint fk_review_review_adviser foreign key (adviser_id) references security_person (id),
    constraint ck_review_review_status check (status in ('DRAFT', 'RECOMMENDED', 'RETURNED')),
    constraint ck_review_review_decided check ((status = 'DRAFT') = (decided_at is null)),
    constraint ck_review_review_amount check (status <> 'RECOMMENDED' or recommended_pence > 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- One answered question of the checklist. answer is null while only a note was written.
create table review_check (
    review_id uuid          not null,
    question  varchar(40)   not null,
    answer    varchar(10),
    note      varchar(2000) not null default '',
    constraint pk_review_check primary key (review_id, question),
    constraint fk_review_check_review foreign key (review_id) references review_review (id),
    constraint ck_review_check_answer check (answer is null or answer in ('YES', 'PARTLY', 'NO'))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
