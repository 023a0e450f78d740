-- Meetings of the boards: what is on the agenda, who was there, how each item ended, and the minutes.
create table board_meeting (
    id         uuid         not null,
    area_code  varchar(20)  not null,
    kind       varchar(20)  not null,
    starts_at  datetime(6)  not null,
    closes_at  datetime(6),
    place      varchar(200) not null default '',
    status     varchar(20)  not null,
    planned_by uuid         not null,
    planned_at datetime(6)  not null,
    opened_by  uuid,
    opened_at  datetime(6),
    closed_by  uuid,
    closed_at  datetime(6),
    constraint pk_board_meeting primary key (id),
    constraint fk_board_meeting_area foreign key (area_code) references establishment_area (code),
    constraint fk_board_meeting_planned_by foreign key (planned_by) references security_person (id),
    constraint fk_board_meeting_opened_by foreign key (opened_by) references security_person (id),
    constraint fk_board_meeting_closed_by foreign key (closed_by) references security_person (id),
    constraint ck_board_meeting_kind check (kind in ('MEETING', 'WRITTEN') and (kind = 'WRITTEN') = (closes_at is not null)
        and (kind = 'WRITTEN' or place <> '')),
    constraint ck_board_meeting_times check (closes_at is null or closes_at > starts_at),
    constraint ck_board_meeting_status check (status in ('PLANNED', 'OPEN', 'CLOSED', 'SIGNED')
        and (status = 'PLANNED') = (opened_at is null) and (status in ('PLANNED', 'OPEN')) = (closed_at is null)),
    index idx_board_meeting_area (area_code, starts_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- While an item is open, on_agenda holds its bid: the unique key keeps a bid on one open agenda.
create table board_meeting_item (
    id             uuid          not null,
    meeting_id     uuid          not null,
    position       int           not null,
    bid_id         uuid          not null,
    on_agenda      uuid,
    proposed_pence bigint,
    revision       int           not null,
    outcome        varchar(20),
    ballot_id      uuid,
    words          varchar(2000) not null default '',
    settled_at     datetime(6),
    constraint pk_board_meeting_item primary key (id),
    constraint uk_board_meeting_item_open unique (on_agenda),
    constraint fk_board_meeting_item_meeting foreign key (meeting_id) references board_meeting (id),
    constraint fk_board_meeting_item_bid foreign key (bid_id) references bid_bid (id),
    constraint fk_board_meeting_item_ballot foreign key (ballot_id) references board_ballot (id),
    constraint ck_board_meeting_item_outcome check (outcome is null
        or outcome in ('APPROVED', 'REFUSED', 'DEFERRED', 'PASSED', 'WITHDRAWN', 'NOT_DECIDED')),
    constraint ck_board_meeting_item_open check ((outcome is null) = (on_agenda is not null)
        and (on_agenda is null or on_agenda = bid_id) and (outcome is null) = (settled_at is null)),
    constraint ck_board_meeting_item_proposed check (proposed_pence is null or proposed_pence > 0),
    index idx_board_meeting_item_meeting (meeting_id, position),
    index idx_board_meeting_item_bid (bid_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Who had an interest in an item when it was settled.
create table board_item_interest (
    item_id     uuid         not null,
    person_id   uuid         not null,
    person_name varchar(200) not null,
    interest    varchar(40)  not null,
    constraint pk_board_item_interest primary key (item_id, person_id),
    constraint fk_board_item_interest_item foreign key (item_id) references board_meeting_item (id),
    constraint fk_board_item_interest_person foreign key (person_id) references security_person (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table board_attendance (
    meeting_id  uuid        not null,
    person_id   uuid        not null,
    attendance  varchar(20) not null,
    recorded_at datetime(6) not null,
    constraint pk_board_attendance primary key (meeting_id, person_id),
    constraint fk_board_attendance_meeting foreign key (meeting_id) references board_meeting (id),
    constraint fk_board_attendance_person foreign key (person_id) references security_person (id),
    constraint ck_board_attendance check (attendance in ('PRESENT', 'APOLOGIES', 'ABSENT'))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Signed minutes with the hash of their content. Only grows.
create table board_minutes (
    meeting_id uuid        not null,
    content    mediumtext  not null,
    sha256     char(64)    not null,
    signed_by  uuid        not null,
    signed_at  datetime(6) not null,
    constraint pk_board_minutes primary key (meeting_id),
    constraint fk_board_minutes_meeting foreign key (meeting_id) references board_meeting (id),
    constraint fk_board_minutes_signed_by foreign key (signed_by) references security_person (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create trigger board_minutes_no_update before update on board_minutes for each row
    signal sqlstate '45000' set message_text = 'Signed minutes are append-only';
create trigger board_minutes_no_delete before delete on board_minutes for each row
    signal sqlstate '45000' set message_text = 'Signed minutes are append-only';

-- Nothing that was recorded in a meeting changes once its minutes are signed.
delimiter //
create trigger board_meeting_signed before update on board_meeting for each row
begin
    if old.status = 'SIGNED' then
        signal sqlstate '45000' set message_text = 'The minutes of this meeting are signed';
    end if;
end//
create trigger board_meeting_item_signed before update on board_meeting_item for each row
begin
    if exists (select 1 from board_meeting where id = old.meeting_id and status = 'SIGNED') then
        signal sqlstate '45000' set message_text = 'The minutes of this meeting are signed';
    end if;
end//
create trigger board_attendance_signed before update on board_attendance for each row
begin
    if exists (select 1 from board_meeting where id = old.meeting_id and status = 'SIGNED') then
        signal sqlstate '45000' set message_text = 'The minutes of this meeting are signed';
    end if;
end//
delimiter ;
