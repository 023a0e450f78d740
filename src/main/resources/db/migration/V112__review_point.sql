-- What an adviser says at a place of the plan, or about all of it; after a return the lead answers each that asks for it.
create table review_point (
    id          uuid          not null,
    review_id   uuid          not null,
    position    int           not null,
    section     varchar(20),
    line_id     varchar(36),
    field       varchar(40),
    place_name  varchar(300)  not null default '',
    words       varchar(2000) not null,
    to_answer   boolean       not null,
    done        boolean,
    answer      varchar(2000),
    answered_by uuid,
    answered_at datetime(6),
    constraint pk_review_point primary key (id),
    constraint fk_review_point_review foreign key (review_id) references review_review (id),
    constraint fk_review_point_person foreign key (answered_by) references security_person (id),
    constraint ck_review_point_place check ((line_id is null) = (field is null) and (line_id is null or section is not null)),
    constraint ck_review_point_answer check ((answer is null) = (done is null) and (answer is null) = (answered_at is null)
        and (answer is null) = (answered_by is null) and (answer is null or to_answer)),
    index idx_review_point_review (review_id, position)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- The reasons of earlier returns become one point each, about the plan as a whole.
insert into review_point (id, review_id, position, words, to_answer)
select uuid(), id, 1, return_reasons, true from review_review where return_reasons <> '';

alter table review_review drop column return_reasons;
