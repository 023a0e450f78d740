-- A round whose new bids take one version of a process, whatever is published later.
create table workflow_pin (
    round_id    uuid         not null,
    process_key varchar(120) not null,
    version     int          not null,
    pinned_by   uuid         not null,
    pinned_at   datetime(6)  not null,
    constraint pk_workflow_pin primary key (round_id, process_key),
    constraint fk_workflow_pin_round foreign key (round_id) references programme_round (id),
    constraint fk_workflow_pin_pinned_by foreign key (pinned_by) references security_person (id),
    constraint ck_workflow_pin_version check (version > 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
