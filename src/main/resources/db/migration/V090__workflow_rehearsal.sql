-- The tables of the engine that tries drafts (workflow.RehearsalEngine): the same as those of the engine that carries bids, so that the
-- two never wait for each other's locks. They are empty but for the versions of the engine's schema: whatever is tried is rolled back.
-- A migration that changes a table ACT_X changes rehearsal_ACT_X too.
create table rehearsal_ACT_GE_PROPERTY like ACT_GE_PROPERTY;
create table rehearsal_ACT_GE_BYTEARRAY like ACT_GE_BYTEARRAY;
create table rehearsal_ACT_RE_DEPLOYMENT like ACT_RE_DEPLOYMENT;
create table rehearsal_ACT_RE_MODEL like ACT_RE_MODEL;
create table rehearsal_ACT_RE_PROCDEF like ACT_RE_PROCDEF;
create table rehearsal_ACT_PROCDEF_INFO like ACT_PROCDEF_INFO;
create table rehearsal_ACT_RU_EXECUTION like ACT_RU_EXECUTION;
create table rehearsal_ACT_RU_ACTINST like ACT_RU_ACTINST;
create table rehearsal_ACT_RU_TASK like ACT_RU_TASK;
create table rehearsal_ACT_RU_VARIABLE like ACT_RU_VARIABLE;
create table rehearsal_ACT_RU_IDENTITYLINK like ACT_RU_IDENTITYLINK;
create table rehearsal_ACT_RU_ENTITYLINK like ACT_RU_ENTITYLINK;
create table rehearsal_ACT_RU_EVENT_SUBSCR like ACT_RU_EVENT_SUBSCR;
create table rehearsal_ACT_RU_JOB like ACT_RU_JOB;
create table rehearsal_ACT_RU_TIMER_JOB like ACT_RU_TIMER_JOB;
create table rehearsal_ACT_RU_SUSPENDED_JOB like ACT_RU_SUSPENDED_JOB;
create table rehearsal_ACT_RU_DEADLETTER_JOB like ACT_RU_DEADLETTER_JOB;
create table rehearsal_ACT_RU_HISTORY_JOB like ACT_RU_HISTORY_JOB;
create table rehearsal_ACT_RU_EXTERNAL_JOB like ACT_RU_EXTERNAL_JOB;

insert into rehearsal_ACT_GE_PROPERTY select * from ACT_GE_PROPERTY where NAME_ not like 'acquire%';
