-- The draft of a plan becomes one document, as its revisions already are: lines in order, each with its section, id and fields as typed.
-- traces says who typed what in which field and when; of what was typed before nothing but the last save is known.
alter table bid_plan
    add column content longtext not null default '{"lines":[]}' after bid_id,
    add column traces longtext not null default '{"fields":{},"removed":{}}' after content;

set session group_concat_max_len = 1073741824;

update bid_plan p
set p.content = concat('{"lines":[', concat_ws(',',
    (select group_concat(json_object('section', if(i.kind = 'PRIORITY', 'PRIORITIES', 'ACTIVITIES'), 'id', cast(i.id as char),
            'fields', json_object('code', coalesce(i.catalogue_code, ''), 'words', i.words))
        order by i.kind desc, i.position separator ',')
     from bid_plan_item i where i.bid_id = p.bid_id),
    (select group_concat(json_object('section', 'TARGETS', 'id', cast(t.id as char),
            'fields', json_object('measure', t.measure, 'about', t.about, 'baseline', t.baseline_typed, 'value', t.target_typed,
                'by', coalesce(date_format(t.reach_by, '%Y-%m-%d'), '')))
        order by t.position separator ',')
     from bid_plan_target t where t.bid_id = p.bid_id),
    (select group_concat(json_object('section', 'BUDGET', 'id', cast(b.id as char),
            'fields', json_object('category', coalesce(b.category, ''), 'description', b.description, 'amount', b.amount_typed))
        order by b.position separator ',')
     from bid_plan_budget_line b where b.bid_id = p.bid_id),
    json_object('section', 'BUDGET', 'id', 'plan', 'fields', json_object('variance', p.variance)),
    json_object('section', 'SUPPORT', 'id', 'plan', 'fields', json_object('matchedAmount', p.matched_typed,
        'matchedBy', p.matched_by, 'skillsAudit', if(p.skills_audit_done, 'yes', ''), 'support', p.support))), ']}');

-- Reports name priorities and targets by the ids of their lines, which stay as they were.
alter table outcome_march_item drop foreign key fk_outcome_march_item_priority, drop key fk_outcome_march_item_priority;
alter table outcome_october_item drop foreign key fk_outcome_october_item_target, drop key fk_outcome_october_item_target;

drop table bid_plan_item;
drop table bid_plan_target;
drop table bid_plan_budget_line;

alter table bid_plan
    drop constraint ck_bid_plan_matched,
    drop column skills_audit_done,
    drop column support,
    drop column variance,
    drop column matched_typed,
    drop column matched_pence,
    drop column matched_by,
    alter column content drop default,
    alter column traces drop default,
    add constraint ck_bid_plan_content check (json_valid(content)),
    add constraint ck_bid_plan_traces check (json_valid(traces));
