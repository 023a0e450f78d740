-- What people published: which version of a process, from which draft, by whom. Sealed by the audit trail; only grows.
create table workflow_publication (
    id            uuid          not null,
    process_key   varchar(120)  not null,
    version       int           not null,
    definition_id varchar(64)   not null,
    hash          char(64)      not null,
    draft_id      uuid          not null,
    based_on      int           not null,
    rolls_back    boolean       not null,
    comment       varchar(2000) not null,
    edited_by     uuid          not null,
    published_by  uuid          not null,
    published_at  datetime(6)   not null,
    constraint pk_workflow_publication primary key (id),
    constraint uk_workflow_publication_version unique (process_key, version),
    constraint uk_workflow_publication_draft unique (draft_id),
    constraint fk_workflow_publication_draft foreign key (draft_id) references workflow_draft (id),
    constraint fk_workflow_publication_edited_by foreign key (edited_by) references security_person (id),
    constraint fk_workflow_publication_published_by foreign key (published_by) references security_person (id),
    constraint ck_workflow_publication_two_people check (edited_by <> published_by)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create trigger workflow_publication_no_update before update on workflow_publication for each row
    signal sqlstate '45000' set message_text = 'Publications are append-only';
create trigger workflow_publication_no_delete before delete on workflow_publication for each row
    signal sqlstate '45000' set message_text = 'Publications are append-only';
