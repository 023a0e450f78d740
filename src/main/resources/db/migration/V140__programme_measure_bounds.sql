-- Between which values a measure can lie; a value outside is asked about in a plan. A percentage lies from 0 to 100.
alter table programme_measure_at_first
    add column lowest  decimal(12, 2),
    add column highest decimal(12, 2),
    add constraint ck_programme_measure_at_first_bounds check (lowest is null or highest is null or lowest < highest);

alter table programme_measure
    add column lowest  decimal(12, 2),
    add column highest decimal(12, 2),
    add constraint ck_programme_measure_bounds check (lowest is null or highest is null or lowest < highest);

update programme_measure_at_first set lowest = 0, highest = 100 where unit = 'PERCENT';
update programme_measure_at_first set lowest = -100, highest = 100 where code = 'gap';
update programme_measure_at_first set lowest = 0 where code = 'exclusions';

update programme_measure m join programme_measure_at_first f on f.code = m.code set m.lowest = f.lowest, m.highest = f.highest;
