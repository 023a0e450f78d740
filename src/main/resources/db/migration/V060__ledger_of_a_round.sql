-- The ledger of a round (decision 013): postings with both sides in one row, a chain of entries for each envelope, the accounts held,
-- spent and lapsed, shares of each school, releases by school. What was posted before is rewritten here once; then it only grows again.
drop trigger ledger_entry_no_update;
drop trigger ledger_entry_no_delete;
drop trigger ledger_posting_no_update;
drop trigger ledger_posting_no_delete;
drop trigger ledger_release_no_update;
drop trigger ledger_release_no_delete;

-- Envelopes. entries and head_hash are the end of the envelope's chain, written with every entry under the lock on this row. Area ALL
-- is the money that the authority spends itself: it has an envelope here and none that a board was given.
alter table ledger_envelope
    add column held_pence   bigint      not null default 0 after available_pence,
    add column spent_pence  bigint      not null default 0 after released_pence,
    add column lapsed_pence bigint      not null default 0 after spent_pence,
    add column status       varchar(20) not null default 'OPEN' after lapsed_pence,
    add column entries      bigint      not null default 0 after status,
    add column head_hash    char(64)    not null default '0000000000000000000000000000000000000000000000000000000000000000' after entries,
    add column given_area   varchar(20),
    drop foreign key fk_ledger_envelope_given,
    drop constraint ck_ledger_envelope_sum;
update ledger_envelope set given_area = area_code;
alter table ledger_envelope
    add constraint ck_ledger_envelope_given_area check (given_area <=> nullif(area_code, 'ALL')),
    add constraint fk_ledger_envelope_round foreign key (round_id) references programme_round (id),
    add constraint fk_ledger_envelope_given_area foreign key (round_id, given_area) references programme_envelope (round_id, area_code),
    add constraint ck_ledger_envelope_held check (held_pence >= 0),
    add constraint ck_ledger_envelope_spent check (spent_pence >= 0 and (spent_pence = 0 or area_code = 'ALL')),
    add constraint ck_ledger_envelope_lapsed check (lapsed_pence >= 0 and (lapsed_pence = 0 or status = 'CLOSED')),
    add constraint ck_ledger_envelope_status check (status in ('OPEN', 'CLOSED')),
    add constraint ck_ledger_envelope_closed check (status = 'OPEN' or (available_pence = 0 and held_pence = 0 and committed_pence = 0)),
    add constraint ck_ledger_envelope_sum check (given_pence
        = available_pence + held_pence + committed_pence + released_pence + spent_pence + lapsed_pence);

-- Awards. agreed is what the board agreed; the rest says where it is: still committed, with schools, gone back to the envelope before
-- it was released, or taken back from schools.
alter table ledger_award
    add column committed_pence   bigint not null default 0 after agreed_pence,
    add column returned_pence    bigint not null default 0 after released_pence,
    add column clawed_back_pence bigint not null default 0 after returned_pence;
update ledger_award
set committed_pence = if(status = 'RETURNED', 0, agreed_pence - released_pence),
    returned_pence  = if(status = 'RETURNED', agreed_pence, 0);
alter table ledger_award
    add constraint ck_ledger_award_parts check (committed_pence >= 0 and returned_pence >= 0 and clawed_back_pence >= 0),
    add constraint ck_ledger_award_sum check (agreed_pence = committed_pence + released_pence + returned_pence + clawed_back_pence);

-- Instalments. released is what is with schools or came back from them later; approvals counts how often it was paid (more than once
-- only where a payment was reversed).
alter table ledger_instalment
    add column released_pence   bigint  not null default 0 after amount_pence,
    add column approvals        int     not null default 0 after released_pence,
    add column condition_met    boolean not null default false after due_condition,
    add column needs_match      boolean not null default false after condition_met,
    add column match_met        boolean not null default false after needs_match,
    add column hold_reason      varchar(2000) after sent_back,
    add column held_by          uuid after hold_reason,
    add column held_at          datetime(6) after held_by,
    add column cancel_reason    varchar(2000) after held_at;
update ledger_instalment
set released_pence = if(status = 'RELEASED', amount_pence, 0),
    approvals      = if(status = 'RELEASED', 1, 0),
    condition_met  = status <> 'WAITING';
alter table ledger_instalment
    add constraint fk_ledger_instalment_holder foreign key (held_by) references security_person (id),
    add constraint ck_ledger_instalment_released check (released_pence >= 0 and released_pence <= amount_pence
        and (status = 'RELEASED') = (released_pence = amount_pence)),
    add constraint ck_ledger_instalment_approvals check (approvals >= 0),
    add constraint ck_ledger_instalment_hold check ((hold_reason is null) = (held_by is null) and (held_by is null) = (held_at is null)
        and (hold_reason is null or status <> 'RELEASED'));

-- What each member school gets of an award in all, and of each of its instalments. Both add up to what the award still pays.
create table ledger_share (
    award_id  uuid   not null,
    school_id uuid   not null,
    number    int    not null,
    pence     bigint not null,
    constraint pk_ledger_share primary key (award_id, school_id),
    constraint uk_ledger_share_number unique (award_id, number),
    constraint fk_ledger_share_award foreign key (award_id) references ledger_award (id),
    constraint fk_ledger_share_school foreign key (school_id) references establishment_school (id),
    constraint ck_ledger_share_number check (number > 0),
    constraint ck_ledger_share_pence check (pence >= 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table ledger_portion (
    instalment_id uuid   not null,
    school_id     uuid   not null,
    pence         bigint not null,
    constraint pk_ledger_portion primary key (instalment_id, school_id),
    constraint fk_ledger_portion_instalment foreign key (instalment_id) references ledger_instalment (id),
    constraint fk_ledger_portion_school foreign key (school_id) references establishment_school (id),
    constraint ck_ledger_portion_pence check (pence > 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Until now the lead school got everything: whoever was paid, else who leads now.
insert into ledger_portion (instalment_id, school_id, pence)
select i.id, coalesce(r.payee_school_id, lead.school_id), i.amount_pence
from ledger_instalment i
  join ledger_award a on a.id = i.award_id
  join bid_bid b on b.id = a.bid_id
  left join ledger_release r on r.instalment_id = i.id
  left join (select collaboration_id, min(school_id) as school_id from collaboration_member
             where lead and valid_to is null group by collaboration_id) lead on lead.collaboration_id = b.collaboration_id
where i.status <> 'CANCELLED' and coalesce(r.payee_school_id, lead.school_id) is not null;
insert into ledger_share (award_id, school_id, number, pence)
select award_id, school_id, row_number() over (partition by award_id order by first_paid), pence
from (select i.award_id, p.school_id, min(i.number) as first_paid, sum(p.pence) as pence
      from ledger_portion p join ledger_instalment i on i.id = p.instalment_id group by i.award_id, p.school_id) paid;

-- A payment is one row for each school of an instalment. A second attempt needs the reversal of the one before it.
alter table ledger_release
    add column payee_kind       varchar(20) not null default 'MAINTAINED' after payee_name,
    add column attempt          int         not null default 1 after payee_kind,
    add column previous_attempt int after attempt,
    drop constraint uk_ledger_release_instalment,
    drop constraint uk_ledger_release_entry,
    add constraint uk_ledger_release_payment unique (instalment_id, payee_school_id, attempt),
    add index idx_ledger_release_entry (entry_id),
    add constraint ck_ledger_release_payee_kind check (payee_kind in ('MAINTAINED', 'ACADEMY')),
    add constraint ck_ledger_release_attempt check (attempt > 0 and previous_attempt <=> nullif(attempt - 1, 0));
update ledger_release r join establishment_school s on s.id = r.payee_school_id set r.payee_kind = if(s.academy, 'ACADEMY', 'MAINTAINED');
alter table ledger_release alter column payee_kind drop default, alter column attempt drop default;

create table ledger_reversal (
    release_id      uuid          not null,
    instalment_id   uuid          not null,
    payee_school_id uuid          not null,
    attempt         int           not null,
    amount_pence    bigint        not null,
    reason          varchar(2000) not null,
    requested_by    uuid          not null,
    requested_at    datetime(6)   not null,
    approved_by     uuid          not null,
    approved_at     datetime(6)   not null,
    entry_id        uuid          not null,
    constraint pk_ledger_reversal primary key (release_id),
    constraint uk_ledger_reversal_payment unique (instalment_id, payee_school_id, attempt),
    constraint uk_ledger_reversal_entry unique (entry_id),
    constraint fk_ledger_reversal_release foreign key (release_id) references ledger_release (id),
    constraint fk_ledger_reversal_payment foreign key (instalment_id, payee_school_id, attempt)
        references ledger_release (instalment_id, payee_school_id, attempt),
    constraint fk_ledger_reversal_requester foreign key (requested_by) references security_person (id),
    constraint fk_ledger_reversal_approver foreign key (approved_by) references security_person (id),
    constraint fk_ledger_reversal_entry foreign key (entry_id) references ledger_entry (id),
    constraint ck_ledger_reversal_amount check (amount_pence > 0),
    constraint ck_ledger_reversal_two_people check (requested_by <> approved_by)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
alter table ledger_release
    add constraint fk_ledger_release_previous foreign key (instalment_id, payee_school_id, previous_attempt)
        references ledger_reversal (instalment_id, payee_school_id, attempt);

-- Postings: debit and credit in one row.
alter table ledger_posting drop foreign key fk_ledger_posting_entry, drop foreign key fk_ledger_posting_envelope;
rename table ledger_posting to ledger_posting_v050;
create table ledger_posting (
    entry_id         uuid        not null,
    line             int         not null,
    debit_account    varchar(20) not null,
    debit_award_id   uuid,
    debit_school_id  uuid,
    credit_account   varchar(20) not null,
    credit_award_id  uuid,
    credit_school_id uuid,
    pence            bigint      not null,
    constraint pk_ledger_posting primary key (entry_id, line),
    constraint fk_ledger_posting_entry foreign key (entry_id) references ledger_entry (id),
    constraint fk_ledger_posting_debit_award foreign key (debit_award_id) references ledger_award (id),
    constraint fk_ledger_posting_debit_school foreign key (debit_school_id) references establishment_school (id),
    constraint fk_ledger_posting_credit_award foreign key (credit_award_id) references ledger_award (id),
    constraint fk_ledger_posting_credit_school foreign key (credit_school_id) references establishment_school (id),
    constraint ck_ledger_posting_pence check (pence > 0),
    constraint ck_ledger_posting_line check (line > 0),
    -- Money goes these ways and no other; matched funding stands beside it and never mixes with it.
    constraint ck_ledger_posting_accounts check (concat(debit_account, '>', credit_account) in (
        'GRANT>AVAILABLE', 'AVAILABLE>GRANT', 'AVAILABLE>HELD', 'HELD>AVAILABLE', 'AVAILABLE>COMMITTED', 'COMMITTED>AVAILABLE',
        'COMMITTED>RELEASED', 'RELEASED>COMMITTED', 'RELEASED>AVAILABLE', 'AVAILABLE>SPENT', 'SPENT>AVAILABLE',
        'AVAILABLE>LAPSED', 'HELD>LAPSED', 'MATCH>PLEDGED', 'PLEDGED>MATCH', 'MATCH>EVIDENCED', 'EVIDENCED>MATCH')),
    constraint ck_ledger_posting_debit_award check (
        (debit_account in ('COMMITTED', 'RELEASED', 'PLEDGED', 'EVIDENCED')) = (debit_award_id is not null)),
    constraint ck_ledger_posting_debit_school check (
        (debit_account in ('RELEASED', 'PLEDGED', 'EVIDENCED')) = (debit_school_id is not null)),
    constraint ck_ledger_posting_credit_award check (
        (credit_account in ('COMMITTED', 'RELEASED', 'PLEDGED', 'EVIDENCED')) = (credit_award_id is not null)),
    constraint ck_ledger_posting_credit_school check (
        (credit_account in ('RELEASED', 'PLEDGED', 'EVIDENCED')) = (credit_school_id is not null)),
    -- Between committed and released the award stays the same.
    constraint ck_ledger_posting_same_award check (
        debit_award_id is null or credit_award_id is null or debit_award_id = credit_award_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

insert into ledger_posting (entry_id, line, debit_account, debit_award_id, debit_school_id, credit_account, credit_award_id,
  credit_school_id, pence)
select d.entry_id, d.line, d.account, if(d.account in ('COMMITTED', 'RELEASED'), a.id, null),
  if(d.account = 'RELEASED', r.payee_school_id, null), c.account, if(c.account in ('COMMITTED', 'RELEASED'), a.id, null),
  if(c.account = 'RELEASED', r.payee_school_id, null), d.pence
from ledger_posting_v050 d
  join ledger_posting_v050 c on c.entry_id = d.entry_id and c.line = d.line + 1 and c.side = 'CREDIT' and c.pence = d.pence
  join ledger_entry e on e.id = d.entry_id
  left join ledger_award a on a.bid_id = e.bid_id
  left join ledger_release r on r.entry_id = e.id
where d.side = 'DEBIT';

-- Entries: the envelope, the number in its chain, the hash of the entry before and its own.
alter table ledger_entry
    drop constraint ck_ledger_entry_kind,
    add column envelope_id uuid after id,
    add column sequence    bigint after envelope_id,
    add column memo        varchar(2000) after idempotency_key,
    add column prev_hash   char(64) after memo,
    add column hash        char(64) after prev_hash;
update ledger_entry e
    join (select e.id, p.envelope_id, row_number() over (partition by p.envelope_id order by e.position) as number
          from ledger_entry e join ledger_posting_v050 p on p.entry_id = e.id and p.line = 1) n on n.id = e.id
set e.envelope_id = n.envelope_id, e.sequence = n.number;

-- The fields of each entry after the previous hash, in the writing that chains.md describes.
create table ledger_writing_v060 as
select e.envelope_id, e.sequence, e.id, concat(
    '36:', e.envelope_id,
    octet_length(e.sequence), ':', e.sequence,
    '36:', e.id,
    octet_length(e.kind), ':', e.kind,
    octet_length(e.moment), ':', e.moment,
    coalesce(concat('36:', e.person_id), '-'),
    coalesce(concat('36:', e.bid_id), '-'),
    coalesce(concat('36:', e.reverses), '-'),
    octet_length(e.idempotency_key), ':', e.idempotency_key,
    '-',
    octet_length(p.postings), ':', p.postings,
    p.writing) as writing
from (select v.*, concat(date_format(v.at, '%Y-%m-%dT%H:%i:%s'),
          case when microsecond(v.at) = 0 then ''
               when microsecond(v.at) mod 1000 = 0 then concat('.', lpad(microsecond(v.at) div 1000, 3, '0'))
               else concat('.', lpad(microsecond(v.at), 6, '0')) end, 'Z') as moment
      from ledger_entry v) e
  join (select entry_id, count(*) as postings, group_concat(concat(
            octet_length(line), ':', line,
            octet_length(debit_account), ':', debit_account,
            coalesce(concat('36:', debit_award_id), '-'),
            coalesce(concat('36:', debit_school_id), '-'),
            octet_length(credit_account), ':', credit_account,
            coalesce(concat('36:', credit_award_id), '-'),
            coalesce(concat('36:', credit_school_id), '-'),
            octet_length(pence), ':', pence) order by line separator '') as writing
        from ledger_posting group by entry_id) p on p.entry_id = e.id;
alter table ledger_writing_v060 add primary key (envelope_id, sequence);

set session max_recursive_iterations = 4294967295;
create table ledger_chain_v060 as
with recursive chain (envelope_id, sequence, id, prev_hash, hash) as (
    select w.envelope_id, w.sequence, w.id, cast(repeat('0', 64) as char(64)),
      cast(sha2(concat('64:', repeat('0', 64), w.writing), 256) as char(64))
    from ledger_writing_v060 w where w.sequence = 1
    union all
    select w.envelope_id, w.sequence, w.id, c.hash, sha2(concat('64:', c.hash, w.writing), 256)
    from chain c join ledger_writing_v060 w on w.envelope_id = c.envelope_id and w.sequence = c.sequence + 1)
select * from chain;
set session max_recursive_iterations = default;
alter table ledger_chain_v060 add primary key (id);
update ledger_entry e join ledger_chain_v060 c on c.id = e.id set e.prev_hash = c.prev_hash, e.hash = c.hash;
update ledger_envelope l
    join (select envelope_id, max(sequence) as entries from ledger_chain_v060 group by envelope_id) n on n.envelope_id = l.id
    join ledger_chain_v060 c on c.envelope_id = n.envelope_id and c.sequence = n.entries
set l.entries = n.entries, l.head_hash = c.hash;
drop table ledger_chain_v060;
drop table ledger_writing_v060;
drop table ledger_posting_v050;

alter table ledger_entry
    modify column envelope_id uuid not null,
    modify column sequence bigint not null,
    modify column prev_hash char(64) not null,
    modify column hash char(64) not null,
    add constraint uk_ledger_entry_sequence unique (envelope_id, sequence),
    add constraint fk_ledger_entry_envelope foreign key (envelope_id) references ledger_envelope (id),
    add constraint ck_ledger_entry_sequence check (sequence > 0),
    add constraint ck_ledger_entry_kind check (kind in ('OPENED', 'ADDED', 'COMMITTED', 'RETURNED', 'RELEASED', 'REVERSED',
        'CLAWED_BACK', 'REDUCED', 'MOVED_OUT', 'MOVED_IN', 'HELD_BACK', 'HOLD_ENDED', 'SPENT', 'CLOSED', 'PLEDGED', 'EVIDENCED'));

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
create trigger ledger_reversal_no_update before update on ledger_reversal for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
create trigger ledger_reversal_no_delete before delete on ledger_reversal for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
