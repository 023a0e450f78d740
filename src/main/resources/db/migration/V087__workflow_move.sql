-- Bids moved from one version of a process to another: the job, which step becomes which, and what became of each bid.
create table workflow_move (
    id           uuid          not null,
    process_key  varchar(120)  not null,
    from_version int           not null,
    to_version   int           not null,
    status       varchar(20)   not null,
    comment      varchar(2000) not null,
    started_by   uuid          not null,
    started_at   datetime(6)   not null,
    constraint pk_workflow_move primary key (id),
    constraint fk_workflow_move_started_by foreign key (started_by) references security_person (id),
    constraint ck_workflow_move_status check (status in ('RUNNING', 'STOPPED', 'DONE')),
    index idx_workflow_move_process (process_key, started_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table workflow_move_step (
    move_id   uuid         not null,
    from_step varchar(120) not null,
    to_step   varchar(120) not null,
    constraint pk_workflow_move_step primary key (move_id, from_step),
    constraint fk_workflow_move_step foreign key (move_id) references workflow_move (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table workflow_move_bid (
    move_id     uuid          not null,
    instance_id varchar(64)   not null,
    bid_id      uuid          not null,
    status      varchar(20)   not null,
    reason_key  varchar(100),
    reason      varchar(1000),
    ended_at    datetime(6),
    constraint pk_workflow_move_bid primary key (move_id, instance_id),
    constraint fk_workflow_move_bid_move foreign key (move_id) references workflow_move (id),
    constraint fk_workflow_move_bid_bid foreign key (bid_id) references bid_bid (id),
    constraint ck_workflow_move_bid_status check (status in ('WAITING', 'MOVED', 'REFUSED')),
    index idx_workflow_move_bid_status (move_id, status, bid_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
