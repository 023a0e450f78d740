-- The programme as the county published it. Every row names the file and line it was read from.

-- One row for each set of tables that was loaded; whoever inserts the row loads the set, so two starts at once load it once.
create table programme_import (
    name      varchar(40) not null,
    sha256    char(64)    not null,
    loaded_at datetime(6) not null,
    constraint pk_programme_import primary key (name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Money of a round as printed. area_code null: area All, which the authority spends itself. collaboration_id null: no
-- collaboration's line (area All, or a project of the whole area).
create table programme_funding_line (
    id               uuid         not null,
    round_id         uuid         not null,
    area_code        varchar(20),
    district_code    varchar(40),
    collaboration_id uuid,
    line_name        varchar(200) not null,
    pence            bigint       not null,
    continuing       varchar(10)  not null,
    source_file      varchar(100) not null,
    source_line      int          not null,
    constraint pk_programme_funding_line primary key (id),
    constraint uk_programme_funding_line_source unique (round_id, source_file, source_line),
    constraint fk_programme_funding_line_round foreign key (round_id) references programme_round (id),
    constraint fk_programme_funding_line_area foreign key (area_code) references establishment_area (code),
    constraint fk_programme_funding_line_district foreign key (district_code) references establishment_district (code),
    constraint fk_programme_funding_line_collaboration foreign key (collaboration_id) references collaboration_collaboration (id),
    constraint ck_programme_funding_line_money check (pence > 0),
    constraint ck_programme_funding_line_place check (collaboration_id is null or district_code is not null),
    constraint ck_programme_funding_line_continuing check (continuing in ('YES', 'NO', 'TBC', 'NA')),
    index idx_programme_funding_line_collaboration (collaboration_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Schools of a collaboration by judgement, and the share good or better in tenths of a percent, as printed.
create table programme_published_profile (
    collaboration_id     uuid         not null,
    number               int          not null,
    schools              int          not null,
    outstanding          int          not null,
    good                 int          not null,
    requires_improvement int          not null,
    inadequate           int          not null,
    not_inspected        int          not null,
    good_or_better_tenths int         not null,
    source_file          varchar(100) not null,
    source_line          int          not null,
    constraint pk_programme_published_profile primary key (collaboration_id),
    constraint uk_programme_published_profile_number unique (number),
    constraint fk_programme_published_profile foreign key (collaboration_id) references collaboration_collaboration (id),
    constraint ck_programme_published_profile_sum check (
        schools = outstanding + good + requires_improvement + inadequate + not_inspected),
    constraint ck_programme_published_profile_share check (good_or_better_tenths between 0 and 1000)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Change of results from one year to the next in percentage points, as printed (§18).
create table programme_attainment_change (
    collaboration_id uuid         not null,
    measure          varchar(60)  not null,
    from_year        int          not null,
    to_year          int          not null,
    change_points    int          not null,
    source_file      varchar(100) not null,
    source_line      int          not null,
    constraint pk_programme_attainment_change primary key (collaboration_id, measure, to_year),
    constraint fk_programme_attainment_change foreign key (collaboration_id) references collaboration_collaboration (id),
    constraint ck_programme_attainment_change_years check (to_year > from_year)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
