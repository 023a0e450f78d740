-- Days on which an adviser is away, both included, and who stands in.
create table review_absence (
    id         uuid        not null,
    adviser_id uuid        not null,
    deputy_id  uuid        not null,
    from_day   date        not null,
    to_day     date        not null,
    entered_by uuid        not null,
    entered_at datetime(6) not null,
    constraint pk_review_absence primary key (id),
    constraint fk_review_absence_adviser foreign key (adviser_id) references security_person (id),
    constraint fk_review_absence_deputy foreign key (deputy_id) references security_person (id),
    constraint fk_review_absence_entered foreign key (entered_by) references security_person (id),
    constraint ck_review_absence_days check (to_day >= from_day),
    constraint ck_review_absence_deputy check (deputy_id <> adviser_id),
    index idx_review_absence_days (adviser_id, from_day, to_day)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
