package org.schoolcollab.inbox;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.inbox.Counters.Delta;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.ProcessStep;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Marks open tasks as reminded of or overdue as the engine's timers run, each once, with an audit record. The queue shows it. */
@ProcessStep
public class Reminders {

    private record Row(
            long id, String group, String taskKey, @Nullable String claimedBy) {}

    private final JdbcClient jdbc;
    private final BidProgress progress;
    private final Counters counters;
    private final AuditTrail audit;
    private final PortalClock clock;

    Reminders(JdbcClient jdbc, BidProgress progress, Counters counters, AuditTrail audit, PortalClock clock) {
        this.jdbc = jdbc;
        this.progress = progress;
        this.counters = counters;
        this.audit = audit;
        this.clock = clock;
    }

    /** Reminds of those of the bid's open tasks that are among these, the tasks of the process whose time has come. */
    public void remind(BidId bid, Collection<String> tasks) {
        if (!tasks.isEmpty()) {
            String condition = "reminded_at is null and task_id in ("
                    + String.join(", ", Collections.nCopies(tasks.size(), "?")) + ")";
            for (Row row : mark(bid, condition, tasks, "reminded_at", "task.reminded")) {
                counters.add(row.group(), row.claimedBy(), new Delta(0, 0, 1));
            }
        }
    }

    /** Escalates the bid's overdue tasks. */
    public void escalate(BidId bid) {
        List<Timestamp> now = List.of(Timestamp.from(clock.instant()));
        for (Row row : mark(bid, "escalated_at is null and due_at <= ?", now, "escalated_at", "task.escalated")) {
            counters.add(row.group(), row.claimedBy(), new Delta(0, 1, 0));
        }
    }

    private List<Row> mark(BidId bid, String condition, Collection<?> values, String column, String action) {
        progress.lock(bid);
        List<Object> params = new ArrayList<>(List.of(bid.toString()));
        params.addAll(values);
        List<Row> rows = jdbc.sql("select id, group_key, task_key, claimed_by from inbox_work_item"
                        + " where state = 'OPEN' and bid_id = ? and " + condition + " order by task_key, id for update")
                .params(params)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getString("group_key"),
                        row.getString("task_key"),
                        row.getString("claimed_by")))
                .list();
        for (Row row : rows) {
            jdbc.sql("update inbox_work_item set " + column + " = ? where id = ?")
                    .params(Timestamp.from(clock.instant()), row.id())
                    .update();
            audit.record(Act.onBid(bid.value(), action, "").with("task", row.taskKey()));
        }
        return rows;
    }
}
