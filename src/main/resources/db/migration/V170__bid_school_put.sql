-- Who put a school's amounts, and how often anything about the school has changed in the bid, so that an open page sees that it is behind.
alter table bid_school
    add column amounts_by uuid,
    add column amounts_at datetime(6),
    add column version    int not null default 0,
    add constraint fk_bid_school_amounts_by foreign key (amounts_by) references security_person (id);
