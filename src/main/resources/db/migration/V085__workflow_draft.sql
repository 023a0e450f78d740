-- Process definitions under work, apart from what is published. version counts saves; hash is that of the text.
create table workflow_draft (
    id          uuid          not null,
    process_key varchar(120)  not null,
    name        varchar(200)  not null,
    based_on    int           not null,
    rolls_back  boolean       not null default false,
    xml         longtext      not null,
    hash        char(64)      not null,
    version     int           not null,
    status      varchar(20)   not null,
    opened_by   uuid          not null,
    opened_at   datetime(6)   not null,
    saved_by    uuid          not null,
    saved_at    datetime(6)   not null,
    comment     varchar(2000),
    proposed_by uuid,
    proposed_at datetime(6),
    sent_back   varchar(2000),
    constraint pk_workflow_draft primary key (id),
    constraint fk_workflow_draft_opened_by foreign key (opened_by) references security_person (id),
    constraint fk_workflow_draft_saved_by foreign key (saved_by) references security_person (id),
    constraint fk_workflow_draft_proposed_by foreign key (proposed_by) references security_person (id),
    constraint ck_workflow_draft_status check (status in ('OPEN', 'PROPOSED', 'PUBLISHED', 'DISCARDED')),
    constraint ck_workflow_draft_proposed check (status <> 'PROPOSED' or (proposed_by is not null and comment is not null)),
    index idx_workflow_draft_status (status, saved_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Everybody who had a hand in a draft: none of them may publish it.
create table workflow_draft_editor (
    draft_id  uuid not null,
    person_id uuid not null,
    constraint pk_workflow_draft_editor primary key (draft_id, person_id),
    constraint fk_workflow_draft_editor_draft foreign key (draft_id) references workflow_draft (id),
    constraint fk_workflow_draft_editor_person foreign key (person_id) references security_person (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
