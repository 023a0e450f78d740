-- What a second view is of: a hash of the amount, the answers, the scores and the conditions that were judged. Null where the view was
-- asked for before this was kept: such a view is of its amount.
alter table review_second_view
    add column judged char(64) character set ascii collate ascii_bin after recommended_pence;
