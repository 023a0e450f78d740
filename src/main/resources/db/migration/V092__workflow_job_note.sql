-- Notes of one moment have an order, too: the newest is the last one written.
alter table workflow_job_note add column number bigint not null auto_increment, add constraint uk_workflow_job_note_number unique (number);
