-- An award counts once the lead has accepted it: the conditions as they were read then. Awards of earlier versions of the portal count as
-- accepted on the day they were committed, by nobody in particular.
create table ledger_acceptance (
    award_id    uuid          not null,
    accepted_by uuid,
    accepted_at datetime(6)   not null,
    conditions  varchar(4000) not null,
    constraint pk_ledger_acceptance primary key (award_id),
    constraint fk_ledger_acceptance_award foreign key (award_id) references ledger_award (id),
    constraint fk_ledger_acceptance_person foreign key (accepted_by) references security_person (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

insert into ledger_acceptance (award_id, accepted_by, accepted_at, conditions)
select id, null, committed_at, '' from ledger_award where status <> 'RETURNED';

create trigger ledger_acceptance_no_update before update on ledger_acceptance for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
create trigger ledger_acceptance_no_delete before delete on ledger_acceptance for each row
    signal sqlstate '45000' set message_text = 'The ledger is append-only';
