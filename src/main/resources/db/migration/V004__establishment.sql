-- Areas, districts, schools and what Ofsted judged of them.
create table establishment_area (
    code varchar(20)  not null,
    name varchar(100) not null,
    constraint pk_establishment_area primary key (code)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table establishment_district (
    code      varchar(40)  not null,
    name      varchar(100) not null,
    area_code varchar(20)  not null,
    constraint pk_establishment_district primary key (code),
    constraint fk_establishment_district_area foreign key (area_code) references establishment_area (code)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table establishment_school (
    id            uuid         not null,
    urn           int,
    name          varchar(200) not null,
    phase         varchar(20)  not null,
    academy       boolean      not null default false,
    trust         varchar(200),
    district_code varchar(40),
    fictional     boolean      not null default false,
    constraint pk_establishment_school primary key (id),
    constraint uk_establishment_school_urn unique (urn),
    constraint fk_establishment_school_district foreign key (district_code) references establishment_district (code),
    constraint ck_establishment_school_phase check (phase in ('NURSERY', 'PRIMARY', 'SECONDARY', 'SPECIAL', 'PRU')),
    index idx_establishment_school_name (name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Several judgements a school; the latest up to a date counts. A school without one is not inspected.
create table establishment_judgement (
    id         uuid        not null,
    school_id  uuid        not null,
    grade      varchar(30) not null,
    inspected_on date      not null,
    source     varchar(200) not null,
    constraint pk_establishment_judgement primary key (id),
    constraint uk_establishment_judgement unique (school_id, inspected_on),
    constraint fk_establishment_judgement_school foreign key (school_id) references establishment_school (id),
    constraint ck_establishment_judgement_grade check (grade in ('OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE'))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
