-- One attempt of an Area Board to decide a bid. The row that is locked before a vote is taken or counted. Money in pence.
create table board_ballot (
    id             uuid          not null,
    bid_id         uuid          not null,
    attempt        int           not null,
    amount_pence   bigint        not null,
    status         varchar(20)   not null,
    outcome        varchar(20),
    opened_by      uuid          not null,
    opened_at      datetime(6)   not null,
    casting_choice varchar(10),
    casting_reason varchar(2000) not null default '',
    casting_by     uuid,
    casting_at     datetime(6),
    closed_at      datetime(6),
    constraint pk_board_ballot primary key (id),
    constraint uk_board_ballot_attempt unique (bid_id, attempt),
    constraint fk_board_ballot_bid foreign key (bid_id) references bid_bid (id),
    constraint fk_board_ballot_opened_by foreign key (opened_by) references security_person (id),
    constraint fk_board_ballot_casting_by foreign key (casting_by) references security_person (id),
    constraint ck_board_ballot_amount check (amount_pence > 0),
    constraint ck_board_ballot_status check (status in ('OPEN', 'TIED', 'CLOSED')),
    constraint ck_board_ballot_outcome check (outcome is null or outcome in ('APPROVED', 'REFUSED', 'UNFUNDED', 'INQUORATE')),
    constraint ck_board_ballot_closed check ((status = 'CLOSED') = (outcome is not null)
        and (status = 'CLOSED') = (closed_at is not null)),
    constraint ck_board_ballot_casting check (casting_choice is null or casting_choice in ('APPROVE', 'REFUSE'))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- The board as it was when the ballot opened. interest is null for those who may vote; one that is found later is written here and
-- takes the vote out of the count.
create table board_ballot_member (
    ballot_id   uuid         not null,
    person_id   uuid         not null,
    interest    varchar(40),
    interest_at datetime(6),
    constraint pk_board_ballot_member primary key (ballot_id, person_id),
    constraint fk_board_ballot_member_ballot foreign key (ballot_id) references board_ballot (id),
    constraint fk_board_ballot_member_person foreign key (person_id) references security_person (id),
    constraint ck_board_ballot_member_interest check ((interest is null) = (interest_at is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Votes and decisions are never changed nor removed.
create table board_vote (
    id        uuid          not null,
    ballot_id uuid          not null,
    person_id uuid          not null,
    choice    varchar(10)   not null,
    reason    varchar(2000) not null default '',
    cast_at   datetime(6)   not null,
    constraint pk_board_vote primary key (id),
    constraint uk_board_vote_once unique (ballot_id, person_id),
    constraint fk_board_vote_member foreign key (ballot_id, person_id) references board_ballot_member (ballot_id, person_id),
    constraint ck_board_vote_choice check (choice in ('APPROVE', 'REFUSE', 'ABSTAIN')),
    constraint ck_board_vote_reason check (choice <> 'REFUSE' or reason <> ''),
    index idx_board_vote_person (person_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table board_decision (
    id             uuid        not null,
    ballot_id      uuid        not null,
    bid_id         uuid        not null,
    outcome        varchar(20) not null,
    amount_pence   bigint      not null,
    eligible       int         not null,
    quorum         int         not null,
    approvals      int         not null,
    refusals       int         not null,
    abstentions    int         not null,
    casting_choice varchar(10),
    decided_at     datetime(6) not null,
    constraint pk_board_decision primary key (id),
    constraint uk_board_decision_ballot unique (ballot_id),
    constraint uk_board_decision_bid unique (bid_id),
    constraint fk_board_decision_ballot foreign key (ballot_id) references board_ballot (id),
    constraint fk_board_decision_bid foreign key (bid_id) references bid_bid (id),
    constraint ck_board_decision_outcome check (outcome in ('APPROVED', 'REFUSED')),
    constraint ck_board_decision_quorum check (quorum >= 3 and approvals + refusals + abstentions >= quorum
        and approvals + refusals + abstentions <= eligible)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create trigger board_vote_no_update before update on board_vote for each row
    signal sqlstate '45000' set message_text = 'Votes are append-only';
create trigger board_vote_no_delete before delete on board_vote for each row
    signal sqlstate '45000' set message_text = 'Votes are append-only';
create trigger board_decision_no_update before update on board_decision for each row
    signal sqlstate '45000' set message_text = 'Decisions are append-only';
create trigger board_decision_no_delete before delete on board_decision for each row
    signal sqlstate '45000' set message_text = 'Decisions are append-only';
