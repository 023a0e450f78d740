package org.schoolcollab.inbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.security.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All work on one bid, done and open. Not a use case: whoever shows it has checked that the person may see the bid. */
@Component
public class BidWork {

    private final JdbcClient jdbc;

    BidWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Done first, in the order it was done and, within one moment, in the order the process came to it; then what is open by its
     * deadline. What ended undone is left out.
     */
    @Transactional(readOnly = true)
    public List<WorkItem> of(BidId bid) {
        return jdbc.sql(ItemRows.SELECT + """
                         from inbox_work_item where bid_id = ? and state <> 'GONE'
                        order by done_at is null, done_at, if(done_at is null, due_at, null), if(done_at is null, task_key, null),
                          if(done_at is null, claimed_name, null), id""")
                .param(bid.toString())
                .query(ItemRows::item)
                .list();
    }

    /** Who has claimed the bid's open task with this key; empty where nobody has, or none is open. */
    @Transactional(readOnly = true)
    public Optional<PersonId> claimantOf(BidId bid, String taskKey) {
        return jdbc.sql(
                        "select claimed_by from inbox_work_item where bid_id = ? and task_key = ? and state in ('OPEN', 'PAUSED')"
                                + " and claimed_by is not null limit 1")
                .params(bid.toString(), taskKey)
                .query((row, n) -> PersonId.of(row.getString(1)))
                .optional();
    }

    /** How many open tasks with this key each of these people has claimed; who has none is left out. */
    @Transactional(readOnly = true)
    public Map<PersonId, Integer> claimed(String taskKey, Collection<PersonId> people) {
        Map<PersonId, Integer> counts = new HashMap<>();
        if (!people.isEmpty()) {
            jdbc.sql("select claimed_by, count(distinct task_id) from inbox_work_item where claimed_by in (:people)"
                            + " and state in ('OPEN', 'PAUSED') and task_key = :task group by claimed_by")
                    .param("people", people.stream().map(PersonId::toString).toList())
                    .param("task", taskKey)
                    .query(row -> {
                        counts.put(PersonId.of(row.getString(1)), row.getInt(2));
                    });
        }
        return counts;
    }

    /** The bids whose open task with this key this person has claimed, in the order in which their rows are locked. */
    @Transactional(readOnly = true)
    public List<BidId> claimedBy(PersonId person, String taskKey) {
        return jdbc.sql("""
                        select distinct bid_id from inbox_work_item
                        where claimed_by = ? and state in ('OPEN', 'PAUSED') and task_key = ? order by bid_id""")
                .params(person.toString(), taskKey)
                .query((row, n) -> BidId.of(row.getString(1)))
                .list();
    }

    /** Every open row, for the comparison with the engine. */
    @Transactional(readOnly = true)
    public List<WorkItem> open() {
        return jdbc.sql(ItemRows.SELECT + " from inbox_work_item where state = 'OPEN' order by task_id, group_key")
                .query(ItemRows::item)
                .list();
    }

    /** Groups whose kept counts differ from their rows. */
    @Transactional(readOnly = true)
    public List<String> groupsMiscounted() {
        return jdbc.sql("""
                        select group_key from (
                          select group_key, person_key, sum(open_count) as open_count from (
                            select group_key, person_key, open_count from inbox_counter
                            union all
                            select group_key, coalesce(cast(claimed_by as char(36)), ''), -count(*) from inbox_work_item where state = 'OPEN'
                            group by group_key, coalesce(cast(claimed_by as char(36)), '')) both_sides
                          group by group_key, person_key having sum(open_count) <> 0) differing
                        group by group_key order by group_key""").query(String.class).list();
    }
}
