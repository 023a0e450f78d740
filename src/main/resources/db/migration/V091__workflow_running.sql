-- Bids that are paused: who did it and why. Who lets one go on takes the row away; the audit trail keeps both.
create table workflow_pause (
    bid_id    uuid          not null,
    reason    varchar(2000) not null,
    paused_by uuid          not null,
    paused_at datetime(6)   not null,
    constraint pk_workflow_pause primary key (bid_id),
    constraint fk_workflow_pause_bid foreign key (bid_id) references bid_bid (id),
    constraint fk_workflow_pause_person foreign key (paused_by) references security_person (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- What people wrote about jobs that failed; the newest is shown. The key stays the same however often the job is tried.
create table workflow_job_note (
    id         uuid          not null,
    job_key    varchar(64)   not null,
    bid_id     uuid          not null,
    note       varchar(1000) not null,
    written_by uuid          not null,
    written_at datetime(6)   not null,
    constraint pk_workflow_job_note primary key (id),
    constraint fk_workflow_job_note_bid foreign key (bid_id) references bid_bid (id),
    constraint fk_workflow_job_note_person foreign key (written_by) references security_person (id),
    index idx_workflow_job_note_job (job_key, written_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Work on a paused bid stands in nobody's queue until it goes on.
alter table inbox_work_item drop constraint ck_inbox_work_item_state;
alter table inbox_work_item add constraint ck_inbox_work_item_state check (state in ('OPEN', 'PAUSED', 'DONE', 'GONE'));
