-- Interests that advisers declared in bids of their districts. Only grows.
create table review_interest (
    bid_id      uuid          not null,
    person_id   uuid          not null,
    words       varchar(2000) not null,
    declared_at datetime(6)   not null,
    constraint pk_review_interest primary key (bid_id, person_id),
    constraint fk_review_interest_bid foreign key (bid_id) references bid_bid (id),
    constraint fk_review_interest_person foreign key (person_id) references security_person (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create trigger review_interest_no_update before update on review_interest for each row
    signal sqlstate '45000' set message_text = 'Declared interests are append-only';
create trigger review_interest_no_delete before delete on review_interest for each row
    signal sqlstate '45000' set message_text = 'Declared interests are append-only';
