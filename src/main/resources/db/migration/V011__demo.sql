-- Only the demo writes here: what it has loaded, and how far its clock differs from the machine's, in milliseconds.
create table demo_load (
    name      varchar(40) not null,
    loaded_at datetime(6) not null,
    constraint pk_demo_load primary key (name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table demo_clock (
    id        tinyint not null,
    offset_ms bigint  not null,
    constraint pk_demo_clock primary key (id),
    constraint ck_demo_clock_one check (id = 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
