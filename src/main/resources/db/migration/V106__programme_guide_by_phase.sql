-- The round's table of guide amounts holds every phase. Nurseries, special schools and pupil referral units were guided as primaries.
alter table programme_round
    add column nursery_guide_pence bigint not null default 0,
    add column special_guide_pence bigint not null default 0,
    add column pru_guide_pence     bigint not null default 0;

update programme_round set nursery_guide_pence = primary_guide_pence, special_guide_pence = primary_guide_pence,
    pru_guide_pence = primary_guide_pence;

alter table programme_round
    add constraint ck_programme_round_guides check (nursery_guide_pence >= 0 and special_guide_pence >= 0 and pru_guide_pence >= 0);
