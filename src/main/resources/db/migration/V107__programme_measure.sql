-- What targets are measured by: the list that each new round starts with, and the list of each round.
create table programme_measure_at_first (
    code     varchar(40)  not null,
    position int          not null,
    label    varchar(200) not null,
    unit     varchar(20)  not null,
    better   varchar(10)  not null,
    constraint pk_programme_measure_at_first primary key (code),
    constraint ck_programme_measure_at_first check (unit in ('PERCENT', 'NUMBER') and better in ('MORE', 'LESS'))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table programme_measure (
    round_id uuid         not null,
    code     varchar(40)  not null,
    position int          not null,
    label    varchar(200) not null,
    unit     varchar(20)  not null,
    better   varchar(10)  not null,
    constraint pk_programme_measure primary key (round_id, code),
    constraint uk_programme_measure_label unique (round_id, label),
    constraint fk_programme_measure_round foreign key (round_id) references programme_round (id),
    constraint ck_programme_measure check (unit in ('PERCENT', 'NUMBER') and better in ('MORE', 'LESS'))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

insert into programme_measure_at_first (code, position, label, unit, better) values
    ('ks2-combined', 1, 'Level 4 or above in reading, writing and mathematics at key stage 2, percent', 'PERCENT', 'MORE'),
    ('ks2-reading', 2, 'Level 4 or above in reading at key stage 2, percent', 'PERCENT', 'MORE'),
    ('ks2-writing', 3, 'Level 4 or above in writing at key stage 2, percent', 'PERCENT', 'MORE'),
    ('ks2-mathematics', 4, 'Level 4 or above in mathematics at key stage 2, percent', 'PERCENT', 'MORE'),
    ('ks2-progress', 5, 'Two levels of progress by the end of key stage 2, percent', 'PERCENT', 'MORE'),
    ('gcse-five', 6, 'Five GCSEs at A* to C with English and mathematics, percent', 'PERCENT', 'MORE'),
    ('gap', 7, 'Gap between disadvantaged pupils and others, percentage points', 'NUMBER', 'LESS'),
    ('teaching-good', 8, 'Teaching that is good or better, percent', 'PERCENT', 'MORE'),
    ('schools-good', 9, 'Schools judged good or better by Ofsted, percent', 'PERCENT', 'MORE'),
    ('absence', 10, 'Absence, percent of sessions', 'PERCENT', 'LESS'),
    ('exclusions', 11, 'Exclusions for a fixed period in the year, number', 'NUMBER', 'LESS');

insert into programme_measure (round_id, code, position, label, unit, better)
select r.id, m.code, m.position, m.label, m.unit, m.better from programme_round r join programme_measure_at_first m;
