-- Another adviser's view of a recommendation before it binds, where the round asks for one. agrees is null until it is given.
create table review_second_view (
    id                uuid          not null,
    review_id         uuid          not null,
    number            int           not null,
    adviser_id        uuid          not null,
    asked_by          uuid          not null,
    asked_at          datetime(6)   not null,
    recommended_pence bigint        not null,
    agrees            boolean,
    words             varchar(2000) not null default '',
    given_at          datetime(6),
    constraint pk_review_second_view primary key (id),
    constraint uk_review_second_view_number unique (review_id, number),
    constraint fk_review_second_view_review foreign key (review_id) references review_review (id),
    constraint fk_review_second_view_adviser foreign key (adviser_id) references security_person (id),
    constraint fk_review_second_view_asked foreign key (asked_by) references security_person (id),
    constraint ck_review_second_view_other check (adviser_id <> asked_by),
    constraint ck_review_second_view_given check ((agrees is null) = (given_at is null) and (agrees is null or words <> '')),
    constraint ck_review_second_view_amount check (recommended_pence > 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
