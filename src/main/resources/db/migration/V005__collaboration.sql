-- Named groups of schools. A collaboration of area ALL works across the county.
create table collaboration_collaboration (
    id            uuid         not null,
    slug          varchar(100) not null,
    name          varchar(200) not null,
    area_code     varchar(20),
    district_code varchar(40),
    continuing    varchar(10)  not null default 'NA',
    version       int          not null default 0,
    constraint pk_collaboration primary key (id),
    constraint uk_collaboration_slug unique (slug),
    constraint uk_collaboration_name unique (name),
    constraint fk_collaboration_area foreign key (area_code) references establishment_area (code),
    constraint fk_collaboration_district foreign key (district_code) references establishment_district (code),
    constraint ck_collaboration_continuing check (continuing in ('YES', 'NO', 'TBC', 'NA'))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Other names the collaboration is or was known by.
create table collaboration_name (
    id               uuid         not null,
    collaboration_id uuid         not null,
    name             varchar(200) not null,
    source           varchar(200) not null,
    constraint pk_collaboration_name primary key (id),
    constraint uk_collaboration_name_once unique (collaboration_id, name),
    constraint fk_collaboration_name foreign key (collaboration_id) references collaboration_collaboration (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Dated and many-to-many. valid_to is the last day; null means still a member.
create table collaboration_member (
    id               uuid    not null,
    collaboration_id uuid    not null,
    school_id        uuid    not null,
    lead             boolean not null default false,
    valid_from       date    not null,
    valid_to         date,
    constraint pk_collaboration_member primary key (id),
    constraint uk_collaboration_member unique (collaboration_id, school_id, valid_from),
    constraint fk_collaboration_member_collaboration foreign key (collaboration_id) references collaboration_collaboration (id),
    constraint fk_collaboration_member_school foreign key (school_id) references establishment_school (id),
    constraint ck_collaboration_member_dates check (valid_to is null or valid_to >= valid_from),
    index idx_collaboration_member_school (school_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
