-- The queue shows when people were reminded of a task, from the same index as before, and counts those tasks.
alter table inbox_work_item
    drop index idx_inbox_work_item_queue,
    add index idx_inbox_work_item_queue (group_key, state, due_at, id, claimed_by, task_id, bid_id, stage, task_key, form,
        collaboration_id, collaboration_name, round_id, round_name, area_code, district_name, amount_pence, member_count, revision,
        created_at, claimed_name, claimed_at, escalated_at, reminded_at);

alter table inbox_counter add column reminded_count int not null default 0;

update inbox_counter c set reminded_count = (
    select count(*) from inbox_work_item w
    where w.state = 'OPEN' and w.reminded_at is not null and w.group_key = c.group_key
      and coalesce(cast(w.claimed_by as char(36)), '') = c.person_key);
