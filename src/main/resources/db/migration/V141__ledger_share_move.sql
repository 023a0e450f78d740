-- A part of a school's share moves under a key made by whoever asks: the same key again is the same move.
create table ledger_share_move (
    request_key  uuid        not null,
    award_id     uuid        not null,
    from_school  uuid        not null,
    to_school    uuid        not null,
    amount_pence bigint      not null,
    moved_by     uuid        not null,
    moved_at     datetime(6) not null,
    constraint pk_ledger_share_move primary key (request_key),
    constraint fk_ledger_share_move_award foreign key (award_id) references ledger_award (id),
    constraint fk_ledger_share_move_from foreign key (from_school) references establishment_school (id),
    constraint fk_ledger_share_move_to foreign key (to_school) references establishment_school (id),
    constraint fk_ledger_share_move_person foreign key (moved_by) references security_person (id),
    constraint ck_ledger_share_move_amount check (amount_pence > 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
