package org.schoolcollab.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.Stage;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;

/** Turns rows of inbox_work_item into work items. */
final class ItemRows {

    /** Due dates of tasks without one, so that they come last. */
    static final Instant NO_DEADLINE = Instant.parse("9999-12-31T00:00:00Z");

    /** What the index of the queue covers. */
    static final String SELECT_QUEUE = """
            select id, task_id, group_key, state, bid_id, stage, task_key, form, collaboration_name, round_name, district_name,
              amount_pence, member_count, revision, created_at, due_at, claimed_by, claimed_name, claimed_at,
              escalated_at is not null as escalated, reminded_at""";

    static final String SELECT = SELECT_QUEUE + ", done_name, done_at";

    private ItemRows() {}

    static WorkItem item(ResultSet row, int n) throws SQLException {
        String claimedBy = row.getString("claimed_by");
        WorkItem.State state = WorkItem.State.valueOf(row.getString("state"));
        Instant due = row.getTimestamp("due_at").toInstant();
        boolean whole = row.getMetaData().getColumnCount() > 21;
        return new WorkItem(
                row.getLong("id"),
                row.getString("task_id"),
                new TaskGroup(row.getString("group_key")),
                state,
                BidId.of(row.getString("bid_id")),
                Stage.valueOf(row.getString("stage")),
                row.getString("task_key"),
                row.getString("form"),
                row.getString("collaboration_name"),
                row.getString("round_name"),
                row.getString("district_name"),
                Money.ofPence(row.getLong("amount_pence")),
                row.getInt("member_count"),
                row.getInt("revision"),
                row.getTimestamp("created_at").toInstant(),
                due.equals(NO_DEADLINE) ? null : due,
                claimedBy == null ? null : PersonId.of(claimedBy),
                row.getString("claimed_name"),
                instant(row.getTimestamp("claimed_at")),
                whole ? row.getString("done_name") : null,
                whole ? instant(row.getTimestamp("done_at")) : null,
                row.getBoolean("escalated"),
                instant(row.getTimestamp("reminded_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
