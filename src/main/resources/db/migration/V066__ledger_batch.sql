-- Instalments that one officer requests together and another person approves together. A batch holds up to 100 lines; each line is a
-- transaction of its own and keeps its result. The payments themselves stand in ledger_release, whether they came in a batch or not.
create table ledger_batch (
    number       bigint      not null auto_increment,
    requested_by uuid        not null,
    requested_at datetime(6) not null,
    constraint pk_ledger_batch primary key (number),
    constraint fk_ledger_batch_requester foreign key (requested_by) references security_person (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- request and approval say what came of either step; *_refusal is the key of the sentence that says why not, *_arguments its values,
-- one a line.
create table ledger_batch_line (
    batch_number       bigint        not null,
    line               int           not null,
    bid_id             uuid          not null,
    instalment         int           not null,
    amount_pence       bigint        not null,
    request            varchar(20)   not null default 'OPEN',
    request_refusal    varchar(200),
    request_arguments  varchar(2000),
    approval           varchar(20)   not null default 'OPEN',
    approval_refusal   varchar(200),
    approval_arguments varchar(2000),
    constraint pk_ledger_batch_line primary key (batch_number, line),
    constraint uk_ledger_batch_line_instalment unique (batch_number, bid_id, instalment),
    constraint fk_ledger_batch_line_batch foreign key (batch_number) references ledger_batch (number),
    constraint fk_ledger_batch_line_bid foreign key (bid_id) references bid_bid (id),
    constraint ck_ledger_batch_line_number check (line between 1 and 100),
    constraint ck_ledger_batch_line_amount check (amount_pence > 0),
    constraint ck_ledger_batch_line_request check (request in ('OPEN', 'DONE', 'BEFORE', 'REFUSED')),
    constraint ck_ledger_batch_line_approval check (approval in ('OPEN', 'DONE', 'BEFORE', 'REFUSED', 'SENT_BACK')),
    constraint ck_ledger_batch_line_refused check ((request = 'REFUSED') = (request_refusal is not null)
        and (approval = 'REFUSED') = (approval_refusal is not null)),
    index idx_ledger_batch_line_bid (bid_id, instalment)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
