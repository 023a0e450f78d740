-- How each board decides, what a ballot is about beyond its amount, and which board a bid is before.

-- The rules of one area's board; an area without a row decides by the standard: half of those who may vote, at least three, more for
-- than against.
create table board_rules (
    area_code       varchar(20) not null,
    quorum_percent  int         not null,
    fewest          int         not null,
    majority        varchar(20) not null,
    vice_chair_id   uuid,
    pass_to         varchar(20),
    changed_by      uuid        not null,
    changed_at      datetime(6) not null,
    constraint pk_board_rules primary key (area_code),
    constraint fk_board_rules_area foreign key (area_code) references establishment_area (code),
    constraint fk_board_rules_vice_chair foreign key (vice_chair_id) references security_person (id),
    constraint fk_board_rules_pass_to foreign key (pass_to) references establishment_area (code),
    constraint fk_board_rules_changed_by foreign key (changed_by) references security_person (id),
    constraint ck_board_rules_quorum check (quorum_percent between 1 and 100 and fewest between 3 and 20),
    constraint ck_board_rules_majority check (majority in ('SIMPLE', 'TWO_THIRDS')),
    constraint ck_board_rules_pass_to check (pass_to is null or pass_to <> area_code)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- A ballot keeps the rules by which it was opened. Ballots of before this migration were opened by the standard.
alter table board_ballot
    add column revision       int           not null default 1 after attempt,
    add column conditions     varchar(2000) not null default '' after amount_pence,
    add column first_percent  int after conditions,
    add column quorum_percent int           not null default 50 after first_percent,
    add column fewest         int           not null default 3 after quorum_percent,
    add column majority       varchar(20)   not null default 'SIMPLE' after fewest,
    add column closes_at      datetime(6) after opened_at,
    add column ended_by       uuid after closes_at,
    add column ended_at       datetime(6) after ended_by,
    add constraint fk_board_ballot_ended_by foreign key (ended_by) references security_person (id),
    add constraint ck_board_ballot_first check (first_percent is null or first_percent between 1 and 100),
    add constraint ck_board_ballot_rules check (quorum_percent between 1 and 100 and fewest >= 3
        and majority in ('SIMPLE', 'TWO_THIRDS')),
    drop constraint ck_board_ballot_outcome,
    add constraint ck_board_ballot_outcome check (outcome is null or outcome in ('APPROVED', 'REFUSED', 'UNFUNDED', 'INQUORATE',
        'VOID'));

update board_ballot b join bid_bid d on d.id = b.bid_id set b.revision = d.revision;

alter table board_decision
    add column conditions    varchar(2000) not null default '' after amount_pence,
    add column first_percent int after conditions,
    add column majority      varchar(20)   not null default 'SIMPLE' after quorum;

-- The board that decides, where it is not the board of the bid's own area. The money stays that of the bid's own area.
alter table bid_bid
    add column board_area_code varchar(20) after district_code,
    add constraint fk_bid_board_area foreign key (board_area_code) references establishment_area (code),
    add constraint ck_bid_board_area check (board_area_code is null or board_area_code <> area_code),
    add index idx_bid_board_area (board_area_code);

-- What a board did with a bid without a vote: sent it back with questions, or passed it on. Only grows.
create table board_referral (
    id           uuid          not null,
    bid_id       uuid          not null,
    revision     int           not null,
    kind         varchar(20)   not null,
    from_area    varchar(20)   not null,
    to_area      varchar(20),
    words        varchar(2000) not null,
    referred_by  uuid          not null,
    referred_at  datetime(6)   not null,
    constraint pk_board_referral primary key (id),
    constraint fk_board_referral_bid foreign key (bid_id) references bid_bid (id),
    constraint fk_board_referral_from foreign key (from_area) references establishment_area (code),
    constraint fk_board_referral_to foreign key (to_area) references establishment_area (code),
    constraint fk_board_referral_by foreign key (referred_by) references security_person (id),
    constraint ck_board_referral_kind check (kind in ('DEFERRED', 'PASSED') and (kind = 'PASSED') = (to_area is not null)),
    constraint ck_board_referral_words check (words <> ''),
    index idx_board_referral_bid (bid_id, referred_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Interests that members declared of their own, whether a ballot was open or not. Only grows.
create table board_interest (
    bid_id      uuid          not null,
    person_id   uuid          not null,
    words       varchar(2000) not null default '',
    declared_at datetime(6)   not null,
    constraint pk_board_interest primary key (bid_id, person_id),
    constraint fk_board_interest_bid foreign key (bid_id) references bid_bid (id),
    constraint fk_board_interest_person foreign key (person_id) references security_person (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create trigger board_referral_no_update before update on board_referral for each row
    signal sqlstate '45000' set message_text = 'Referrals are append-only';
create trigger board_referral_no_delete before delete on board_referral for each row
    signal sqlstate '45000' set message_text = 'Referrals are append-only';
create trigger board_interest_no_update before update on board_interest for each row
    signal sqlstate '45000' set message_text = 'Declared interests are append-only';
create trigger board_interest_no_delete before delete on board_interest for each row
    signal sqlstate '45000' set message_text = 'Declared interests are append-only';
