-- Files for the council's ledger. A file is made once and kept as it was sent, byte for byte, with its SHA-256; its lines name the
-- payments in it. A payment stands in one file at most, which the unique key holds whatever the code does.
create table ledger_export (
    number      bigint      not null,
    content     longblob    not null,
    sha256      char(64)    not null,
    line_count  int         not null,
    total_pence bigint      not null,
    exported_by uuid        not null,
    exported_at datetime(6) not null,
    constraint pk_ledger_export primary key (number),
    constraint fk_ledger_export_person foreign key (exported_by) references security_person (id),
    constraint ck_ledger_export_number check (number > 0),
    constraint ck_ledger_export_lines check (line_count > 0 and total_pence > 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table ledger_export_line (
    export_number bigint not null,
    line          int    not null,
    release_id    uuid   not null,
    constraint pk_ledger_export_line primary key (export_number, line),
    constraint uk_ledger_export_line_release unique (release_id),
    constraint fk_ledger_export_line_export foreign key (export_number) references ledger_export (number),
    constraint fk_ledger_export_line_release foreign key (release_id) references ledger_release (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- The number of the last file: its row is locked while a file is made, so that files come one after the other and no number is missing.
create table ledger_export_counter (
    id     int    not null,
    number bigint not null,
    constraint pk_ledger_export_counter primary key (id),
    constraint ck_ledger_export_counter check (id = 1 and number >= 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
insert into ledger_export_counter (id, number) values (1, 0);

create trigger ledger_export_no_update before update on ledger_export for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
create trigger ledger_export_no_delete before delete on ledger_export for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
create trigger ledger_export_line_no_update before update on ledger_export_line for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
create trigger ledger_export_line_no_delete before delete on ledger_export_line for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
