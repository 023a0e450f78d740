-- That a part of a share moved under a key stays for good, like all that tells what happened to money; a move leads somewhere else.
alter table ledger_share_move add constraint ck_ledger_share_move_schools check (from_school <> to_school);

create trigger ledger_share_move_no_update before update on ledger_share_move for each row
    signal sqlstate '45000' set message_text = 'Moves of shares are append-only';
create trigger ledger_share_move_no_delete before delete on ledger_share_move for each row
    signal sqlstate '45000' set message_text = 'Moves of shares are append-only';
