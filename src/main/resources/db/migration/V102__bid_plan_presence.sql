-- Who has a plan open in which window, and the field under their hand as SECTION/line/field. Who was not seen lately is not there.
create table bid_plan_presence (
    bid_id    uuid         not null,
    window_id uuid         not null,
    person_id uuid         not null,
    hand      varchar(150) not null default '',
    seen_at   datetime(6)  not null,
    constraint pk_bid_plan_presence primary key (bid_id, window_id),
    constraint fk_bid_plan_presence_bid foreign key (bid_id) references bid_bid (id),
    constraint fk_bid_plan_presence_person foreign key (person_id) references security_person (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
