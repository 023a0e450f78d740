-- A school that was taken out of a bid, or left the collaboration, begins anew when it comes back: its answers up to this number count no more.
alter table bid_school add column past_answers int not null default 0;

update bid_school s set past_answers = (
    select coalesce(max(c.number), 0) from bid_consent c where c.bid_id = s.bid_id and c.school_id = s.school_id)
where s.taken_out_at is not null;

-- Members that had answered before their present membership began. Days are those of London, an hour ahead of the database at most.
update bid_school s join bid_bid b on b.id = s.bid_id
    join collaboration_member m on m.collaboration_id = b.collaboration_id and m.school_id = s.school_id and m.valid_to is null
set s.past_answers = (
    select coalesce(max(c.number), 0) from bid_consent c
    where c.bid_id = s.bid_id and c.school_id = s.school_id and c.answered_at + interval 1 hour < m.valid_from)
where b.status in ('DRAFTING', 'RETURNED') and s.taken_out_at is null;
