-- Who is a governor of a school, and when. valid_to is the last day; null means still. The interests that follow from it are derived
-- when a bid is judged, never stored here.
create table establishment_governor (
    id         uuid not null,
    school_id  uuid not null,
    person_id  uuid not null,
    valid_from date not null,
    valid_to   date,
    constraint pk_establishment_governor primary key (id),
    constraint uk_establishment_governor unique (person_id, school_id, valid_from),
    constraint fk_establishment_governor_school foreign key (school_id) references establishment_school (id),
    constraint fk_establishment_governor_person foreign key (person_id) references security_person (id),
    constraint ck_establishment_governor_dates check (valid_to is null or valid_to >= valid_from),
    index idx_establishment_governor_school (school_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
