-- A claw-back is asked for under a key made by whoever asks: the same key again is the same request.
alter table ledger_correction
    add column request_key uuid,
    add constraint uk_ledger_correction_key unique (request_key),
    add constraint ck_ledger_correction_key check (request_key is null or kind = 'CLAWBACK');

-- A school is paid once: another attempt of a payment gets into a file only once the council's ledger said that every earlier one
-- failed, and has not said since that it was paid after all.
delimiter //
create trigger ledger_export_line_paid_once before insert on ledger_export_line for each row
begin
    if exists (
        select 1 from ledger_release paid_now
          join ledger_release other on other.instalment_id = paid_now.instalment_id
            and other.payee_school_id = paid_now.payee_school_id and other.id <> paid_now.id
          join ledger_export_line sent on sent.release_id = other.id
          left join ledger_paid_status failed on failed.release_id = other.id and failed.status = 'FAILED'
          left join ledger_paid_status paid on paid.release_id = other.id and paid.status = 'PAID'
        where paid_now.id = new.release_id
          and (failed.release_id is null
            or (paid.paid_on, paid.file_number, paid.line) > (failed.paid_on, failed.file_number, failed.line))) then
        signal sqlstate '45000' set message_text = 'A school is paid once';
    end if;
end//
delimiter ;
