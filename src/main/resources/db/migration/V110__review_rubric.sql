-- What the advisers check and score in the bids of a round. A review keeps the version that it was begun with.
create table review_rubric (
    id                      uuid        not null,
    round_id                uuid        not null,
    version                 int         not null,
    top                     int         not null,
    second_view_above_pence bigint,
    made_by                 uuid,
    made_at                 datetime(6) not null,
    constraint pk_review_rubric primary key (id),
    constraint uk_review_rubric_version unique (round_id, version),
    constraint fk_review_rubric_round foreign key (round_id) references programme_round (id),
    constraint fk_review_rubric_person foreign key (made_by) references security_person (id),
    constraint ck_review_rubric_top check (top between 2 and 10),
    constraint ck_review_rubric_second check (second_view_above_pence is null or second_view_above_pence >= 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- A question of the checklist or a criterion that is scored. Without words of its own it reads as the portal's standard has it.
create table review_criterion (
    rubric_id uuid        not null,
    code      varchar(40) not null,
    kind      varchar(10) not null,
    position  int         not null,
    words     varchar(300),
    constraint pk_review_criterion primary key (rubric_id, code),
    constraint fk_review_criterion_rubric foreign key (rubric_id) references review_rubric (id),
    constraint ck_review_criterion_kind check (kind in ('CHECK', 'SCORE'))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table review_score (
    review_id uuid          not null,
    criterion varchar(40)   not null,
    score     int,
    reason    varchar(2000) not null default '',
    constraint pk_review_score primary key (review_id, criterion),
    constraint fk_review_score_review foreign key (review_id) references review_review (id),
    constraint ck_review_score_score check (score is null or score >= 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

alter table review_review
    add column rubric_id uuid after revision,
    add constraint fk_review_review_rubric foreign key (rubric_id) references review_rubric (id);

-- Reviews that were finished before there were scores were made with the checklist alone: version 1 of their round.
insert into review_rubric (id, round_id, version, top, made_at)
select uuid(), finished.round_id, 1, 4, utc_timestamp(6)
from (select distinct b.round_id from review_review v join bid_bid b on b.id = v.bid_id where v.status <> 'DRAFT') finished;

insert into review_rubric (id, round_id, version, top, made_at)
select uuid(), r.round_id, 2, 4, utc_timestamp(6)
from review_rubric r join programme_round p on p.id = r.round_id and p.status <> 'CLOSED';

insert into review_criterion (rubric_id, code, kind, position)
select r.id, c.code, c.kind, c.position
from review_rubric r
  join (select 'NEEDS' as code, 'CHECK' as kind, 1 as position
        union all select 'ACTIVITIES', 'CHECK', 2
        union all select 'TARGETS', 'CHECK', 3
        union all select 'EVALUATION', 'CHECK', 4
        union all select 'BUDGET', 'CHECK', 5
        union all select 'MATCHED_FUNDING', 'CHECK', 6
        union all select 'MEMBERS', 'CHECK', 7
        union all select 'SUPPORT', 'CHECK', 8
        union all select 'NEED', 'SCORE', 1
        union all select 'IMPACT', 'SCORE', 2
        union all select 'TOGETHER', 'SCORE', 3
        union all select 'VALUE', 'SCORE', 4
        union all select 'LASTING', 'SCORE', 5) c on c.kind = 'CHECK' or r.version = 2;

update review_review v
  join bid_bid b on b.id = v.bid_id
  join review_rubric r on r.round_id = b.round_id and r.version = 1
set v.rubric_id = r.id
where v.status <> 'DRAFT';
