-- What the council's ledger reports back of the payments that were exported. A file is taken in whole or not at all, and once.
create table ledger_paid_file (
    number     bigint       not null,
    name       varchar(200) not null,
    sha256     char(64)     not null,
    content    longblob     not null,
    line_count int          not null,
    loaded_by  uuid         not null,
    loaded_at  datetime(6)  not null,
    constraint pk_ledger_paid_file primary key (number),
    constraint uk_ledger_paid_file_content unique (sha256),
    constraint fk_ledger_paid_file_person foreign key (loaded_by) references security_person (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- A payment is reported paid once and failed once at most; paid first and failed later is possible, where the bank sends it back.
create table ledger_paid_status (
    file_number  bigint      not null,
    line         int         not null,
    release_id   uuid        not null,
    status       varchar(20) not null,
    amount_pence bigint      not null,
    paid_on      date        not null,
    constraint pk_ledger_paid_status primary key (file_number, line),
    constraint uk_ledger_paid_status_once unique (release_id, status),
    constraint fk_ledger_paid_status_file foreign key (file_number) references ledger_paid_file (number),
    constraint fk_ledger_paid_status_exported foreign key (release_id) references ledger_export_line (release_id),
    constraint ck_ledger_paid_status_status check (status in ('PAID', 'FAILED')),
    constraint ck_ledger_paid_status_amount check (amount_pence >= 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Differences follow from the tables above and are listed until somebody says here how they were solved.
create table ledger_difference_solved (
    release_id uuid          not null,
    kind       varchar(30)   not null,
    reason     varchar(2000) not null,
    solved_by  uuid          not null,
    solved_at  datetime(6)   not null,
    constraint pk_ledger_difference_solved primary key (release_id, kind),
    constraint fk_ledger_difference_solved_release foreign key (release_id) references ledger_release (id),
    constraint fk_ledger_difference_solved_person foreign key (solved_by) references security_person (id),
    constraint ck_ledger_difference_solved_kind check (kind in ('NOT_PAID', 'OTHER_AMOUNT', 'FAILED', 'PAID_AFTER_REVERSAL'))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create trigger ledger_paid_file_no_update before update on ledger_paid_file for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
create trigger ledger_paid_file_no_delete before delete on ledger_paid_file for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
create trigger ledger_paid_status_no_update before update on ledger_paid_status for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
create trigger ledger_paid_status_no_delete before delete on ledger_paid_status for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
create trigger ledger_difference_solved_no_update before update on ledger_difference_solved for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
create trigger ledger_difference_solved_no_delete before delete on ledger_difference_solved for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
