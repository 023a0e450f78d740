-- Funding rounds. Money in pence.
create table programme_round (
    id                        uuid        not null,
    name                      varchar(20) not null,
    status                    varchar(20) not null,
    bids_open                 date,
    bids_close                date,
    primary_guide_pence       bigint      not null,
    secondary_guide_pence     bigint      not null,
    matched_funding_percent   int         not null default 0,
    first_instalment_percent  int         not null default 100,
    later_needs_march_report  boolean     not null default false,
    march_from                date,
    march_to                  date,
    october_from              date,
    october_to                date,
    version                   int         not null default 0,
    constraint pk_programme_round primary key (id),
    constraint uk_programme_round_name unique (name),
    constraint ck_programme_round_status check (status in ('PREPARING', 'OPEN', 'CLOSED')),
    constraint ck_programme_round_window check (bids_close is null or bids_close >= bids_open),
    constraint ck_programme_round_percents check (matched_funding_percent between 0 and 100
        and first_instalment_percent between 1 and 100),
    constraint ck_programme_round_money check (primary_guide_pence >= 0 and secondary_guide_pence >= 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- What one Area Board may allocate in a round, as given. The balance is the ledger's.
create table programme_envelope (
    round_id    uuid        not null,
    area_code   varchar(20) not null,
    given_pence bigint      not null,
    constraint pk_programme_envelope primary key (round_id, area_code),
    constraint fk_programme_envelope_round foreign key (round_id) references programme_round (id),
    constraint fk_programme_envelope_area foreign key (area_code) references establishment_area (code),
    constraint ck_programme_envelope_given check (given_pence >= 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
