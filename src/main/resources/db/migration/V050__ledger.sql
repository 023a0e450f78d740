-- The money, in whole pence. ledger_envelope is the account of one area in one round and the row that is locked; its balances are
-- kept beside the journal and must equal it. available + committed + released = given, always.
create table ledger_envelope (
    id              uuid        not null,
    round_id        uuid        not null,
    area_code       varchar(20) not null,
    given_pence     bigint      not null,
    available_pence bigint      not null,
    committed_pence bigint      not null default 0,
    released_pence  bigint      not null default 0,
    opened_at       datetime(6) not null,
    version         int         not null default 0,
    constraint pk_ledger_envelope primary key (id),
    constraint uk_ledger_envelope unique (round_id, area_code),
    constraint fk_ledger_envelope_given foreign key (round_id, area_code) references programme_envelope (round_id, area_code),
    constraint ck_ledger_envelope_available check (available_pence >= 0),
    constraint ck_ledger_envelope_committed check (committed_pence >= 0),
    constraint ck_ledger_envelope_released check (released_pence >= 0),
    constraint ck_ledger_envelope_sum check (given_pence = available_pence + committed_pence + released_pence)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- What a board agreed, committed from its envelope. One for each bid, ever.
create table ledger_award (
    id             uuid        not null,
    bid_id         uuid        not null,
    envelope_id    uuid        not null,
    agreed_pence   bigint      not null,
    released_pence bigint      not null default 0,
    status         varchar(20) not null,
    committed_at   datetime(6) not null,
    version        int         not null default 0,
    constraint pk_ledger_award primary key (id),
    constraint uk_ledger_award_bid unique (bid_id),
    constraint fk_ledger_award_bid foreign key (bid_id) references bid_bid (id),
    constraint fk_ledger_award_envelope foreign key (envelope_id) references ledger_envelope (id),
    constraint ck_ledger_award_status check (status in ('COMMITTED', 'RELEASED', 'RETURNED')),
    constraint ck_ledger_award_money check (agreed_pence > 0 and released_pence >= 0 and released_pence <= agreed_pence)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table ledger_instalment (
    id            uuid          not null,
    award_id      uuid          not null,
    number        int           not null,
    amount_pence  bigint        not null,
    due_condition varchar(30)   not null,
    status        varchar(20)   not null,
    requested_by  uuid,
    requested_at  datetime(6),
    sent_back     varchar(2000),
    version       int           not null default 0,
    constraint pk_ledger_instalment primary key (id),
    constraint uk_ledger_instalment unique (award_id, number),
    constraint fk_ledger_instalment_award foreign key (award_id) references ledger_award (id),
    constraint fk_ledger_instalment_requester foreign key (requested_by) references security_person (id),
    constraint ck_ledger_instalment_amount check (amount_pence > 0),
    constraint ck_ledger_instalment_number check (number in (1, 2)),
    constraint ck_ledger_instalment_condition check (due_condition in ('ON_AWARD', 'AFTER_FIRST_RELEASE', 'AFTER_MARCH_REPORT')),
    constraint ck_ledger_instalment_status check (status in ('WAITING', 'READY', 'REQUESTED', 'RELEASED', 'CANCELLED')),
    constraint ck_ledger_instalment_requested check (status not in ('REQUESTED', 'RELEASED') or requested_by is not null)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- The journal: each entry moves money between accounts of one envelope. idempotency_key makes a repeated act collide.
create table ledger_entry (
    id              uuid         not null,
    position        bigint       not null auto_increment,
    kind            varchar(20)  not null,
    at              datetime(6)  not null,
    person_id       uuid,
    bid_id          uuid,
    reverses        uuid,
    idempotency_key varchar(100) not null,
    constraint pk_ledger_entry primary key (id),
    constraint uk_ledger_entry_position unique (position),
    constraint uk_ledger_entry_key unique (idempotency_key),
    constraint uk_ledger_entry_reverses unique (reverses),
    constraint fk_ledger_entry_reverses foreign key (reverses) references ledger_entry (id),
    constraint fk_ledger_entry_bid foreign key (bid_id) references bid_bid (id),
    constraint ck_ledger_entry_kind check (kind in ('OPENED', 'COMMITTED', 'RETURNED', 'RELEASED')),
    index idx_ledger_entry_bid (bid_id, position)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table ledger_posting (
    entry_id    uuid        not null,
    line        int         not null,
    envelope_id uuid        not null,
    account     varchar(20) not null,
    side        varchar(10) not null,
    pence       bigint      not null,
    constraint pk_ledger_posting primary key (entry_id, line),
    constraint fk_ledger_posting_entry foreign key (entry_id) references ledger_entry (id),
    constraint fk_ledger_posting_envelope foreign key (envelope_id) references ledger_envelope (id),
    constraint ck_ledger_posting_account check (account in ('GRANT', 'AVAILABLE', 'COMMITTED', 'RELEASED')),
    constraint ck_ledger_posting_side check (side in ('DEBIT', 'CREDIT')),
    constraint ck_ledger_posting_pence check (pence > 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- A release exists once: one for each instalment, asked for by one person and approved by another.
create table ledger_release (
    id              uuid         not null,
    instalment_id   uuid         not null,
    amount_pence    bigint       not null,
    payee_school_id uuid         not null,
    payee_name      varchar(200) not null,
    reference       varchar(40)  not null,
    requested_by    uuid         not null,
    requested_at    datetime(6)  not null,
    approved_by     uuid         not null,
    approved_at     datetime(6)  not null,
    entry_id        uuid         not null,
    idempotency_key varchar(100) not null,
    constraint pk_ledger_release primary key (id),
    constraint uk_ledger_release_instalment unique (instalment_id),
    constraint uk_ledger_release_key unique (idempotency_key),
    constraint uk_ledger_release_reference unique (reference),
    constraint uk_ledger_release_entry unique (entry_id),
    constraint fk_ledger_release_instalment foreign key (instalment_id) references ledger_instalment (id),
    constraint fk_ledger_release_payee foreign key (payee_school_id) references establishment_school (id),
    constraint fk_ledger_release_requester foreign key (requested_by) references security_person (id),
    constraint fk_ledger_release_approver foreign key (approved_by) references security_person (id),
    constraint fk_ledger_release_entry foreign key (entry_id) references ledger_entry (id),
    constraint ck_ledger_release_amount check (amount_pence > 0),
    constraint ck_ledger_release_two_people check (requested_by <> approved_by)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create trigger ledger_entry_no_update before update on ledger_entry for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
create trigger ledger_entry_no_delete before delete on ledger_entry for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
create trigger ledger_posting_no_update before update on ledger_posting for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
create trigger ledger_posting_no_delete before delete on ledger_posting for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
create trigger ledger_release_no_update before update on ledger_release for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
create trigger ledger_release_no_delete before delete on ledger_release for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
