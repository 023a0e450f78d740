-- People, what they may do and where. Passwords only as salted hashes.
create table security_person (
    id            uuid         not null,
    username      varchar(100) not null,
    display_name  varchar(200) not null,
    email         varchar(254),
    password_hash varchar(200) not null,
    enabled       boolean      not null default true,
    demo          boolean      not null default false,
    created_at    datetime(6)  not null,
    version       int          not null default 0,
    constraint pk_security_person primary key (id),
    constraint uk_security_person_username unique (username)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- One role in one place. scope_key is empty for scope ALL.
create table security_role_grant (
    id         uuid         not null,
    person_id  uuid         not null,
    role       varchar(40)  not null,
    scope_type varchar(20)  not null,
    scope_key  varchar(100) not null default '',
    granted_at datetime(6)  not null,
    constraint pk_security_role_grant primary key (id),
    constraint uk_security_role_grant unique (person_id, role, scope_type, scope_key),
    constraint fk_security_role_grant_person foreign key (person_id) references security_person (id),
    constraint ck_security_role_grant_scope check ((scope_type = 'ALL') = (scope_key = '')),
    index idx_security_role_grant_holders (role, scope_type, scope_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- A link that works once: to create the first administrator, or to choose a password.
create table security_one_time_link (
    token_hash char(64)    not null,
    purpose    varchar(40) not null,
    person_id  uuid,
    created_at datetime(6) not null,
    expires_at datetime(6) not null,
    used_at    datetime(6),
    constraint pk_security_one_time_link primary key (token_hash),
    constraint fk_security_one_time_link_person foreign key (person_id) references security_person (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
