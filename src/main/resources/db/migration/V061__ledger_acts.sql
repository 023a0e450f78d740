-- What finance and boards do with the money of a round beside committing and releasing it.

-- Rule 5, §44: whether the second instalment waits for proof of the matched funding.
alter table programme_round add column later_needs_match_proof boolean not null default false after later_needs_march_report;

-- One payment, one entry: so that each can be reversed by itself, once.
alter table ledger_release
    add constraint uk_ledger_release_entry unique (entry_id),
    drop index idx_ledger_release_entry;

-- An instalment whose condition is not met, or whose matched funding is not proved where it has to be, waits.
alter table ledger_instalment
    add constraint ck_ledger_instalment_waits check (status not in ('READY', 'REQUESTED', 'RELEASED')
        or (condition_met and (match_met or not needs_match)));

-- Reversals of payments and money taken back from schools: asked for by one person, decided by another. open_release makes a second
-- request for the same payment collide while the first is open.
create table ledger_correction (
    id            uuid          not null,
    kind          varchar(20)   not null,
    award_id      uuid          not null,
    school_id     uuid          not null,
    release_id    uuid,
    amount_pence  bigint        not null,
    reason        varchar(2000) not null,
    status        varchar(20)   not null,
    open_release  uuid,
    requested_by  uuid          not null,
    requested_at  datetime(6)   not null,
    decided_by    uuid,
    decided_at    datetime(6),
    decision_note varchar(2000),
    constraint pk_ledger_correction primary key (id),
    constraint uk_ledger_correction_open unique (open_release),
    constraint fk_ledger_correction_award foreign key (award_id) references ledger_award (id),
    constraint fk_ledger_correction_school foreign key (school_id) references establishment_school (id),
    constraint fk_ledger_correction_release foreign key (release_id) references ledger_release (id),
    constraint fk_ledger_correction_requester foreign key (requested_by) references security_person (id),
    constraint fk_ledger_correction_decider foreign key (decided_by) references security_person (id),
    constraint ck_ledger_correction_kind check (kind in ('REVERSAL', 'CLAWBACK')),
    constraint ck_ledger_correction_release check ((kind = 'REVERSAL') = (release_id is not null)),
    constraint ck_ledger_correction_amount check (amount_pence > 0),
    constraint ck_ledger_correction_status check (status in ('OPEN', 'APPROVED', 'REJECTED')),
    constraint ck_ledger_correction_open check (open_release <=> if(status = 'OPEN', release_id, null)),
    constraint ck_ledger_correction_decided check ((status = 'OPEN') = (decided_by is null)),
    constraint ck_ledger_correction_two_people check (decided_by is null or decided_by <> requested_by)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Money from one area to another: proposed by the chair of one, consented to by the chair of the other.
create table ledger_envelope_move (
    id               uuid          not null,
    from_envelope_id uuid          not null,
    to_envelope_id   uuid          not null,
    amount_pence     bigint        not null,
    reason           varchar(2000) not null,
    status           varchar(20)   not null,
    proposed_by      uuid          not null,
    proposed_area    varchar(20)   not null,
    proposed_at      datetime(6)   not null,
    decided_by       uuid,
    decided_at       datetime(6),
    decision_note    varchar(2000),
    constraint pk_ledger_envelope_move primary key (id),
    constraint fk_ledger_envelope_move_from foreign key (from_envelope_id) references ledger_envelope (id),
    constraint fk_ledger_envelope_move_to foreign key (to_envelope_id) references ledger_envelope (id),
    constraint fk_ledger_envelope_move_proposer foreign key (proposed_by) references security_person (id),
    constraint fk_ledger_envelope_move_decider foreign key (decided_by) references security_person (id),
    constraint ck_ledger_envelope_move_two_areas check (from_envelope_id <> to_envelope_id),
    constraint ck_ledger_envelope_move_amount check (amount_pence > 0),
    constraint ck_ledger_envelope_move_status check (status in ('PROPOSED', 'DONE', 'DECLINED')),
    constraint ck_ledger_envelope_move_decided check ((status = 'PROPOSED') = (decided_by is null)),
    constraint ck_ledger_envelope_move_two_people check (decided_by is null or decided_by <> proposed_by)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- What the authority spent of area All, line by line.
create table ledger_spending (
    entry_id     uuid         not null,
    purpose      varchar(200) not null,
    amount_pence bigint       not null,
    spent_on     date         not null,
    constraint pk_ledger_spending primary key (entry_id),
    constraint fk_ledger_spending_entry foreign key (entry_id) references ledger_entry (id),
    constraint ck_ledger_spending_amount check (amount_pence > 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
create trigger ledger_spending_no_update before update on ledger_spending for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
create trigger ledger_spending_no_delete before delete on ledger_spending for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';

-- Once finance has seen proof of matched funding, the entry says how much; here is what was seen.
create table ledger_match_proof (
    entry_id  uuid          not null,
    award_id  uuid          not null,
    school_id uuid          not null,
    note      varchar(2000) not null,
    constraint pk_ledger_match_proof primary key (entry_id),
    constraint fk_ledger_match_proof_entry foreign key (entry_id) references ledger_entry (id),
    constraint fk_ledger_match_proof_award foreign key (award_id) references ledger_award (id),
    constraint fk_ledger_match_proof_school foreign key (school_id) references establishment_school (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
create trigger ledger_match_proof_no_update before update on ledger_match_proof for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
create trigger ledger_match_proof_no_delete before delete on ledger_match_proof for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
