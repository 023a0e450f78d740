package org.schoolcollab.workflow.move;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.workflow.BidMigration.Instance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of moves; checks nobody. */
@Component
class Moves {

    private final JdbcClient jdbc;

    Moves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(MoveId id, MovePlan plan, String comment, List<Instance> bids, PersonId by, Instant at) {
        jdbc.sql("""
                        insert into workflow_move (id, process_key, from_version, to_version, status, comment, started_by, started_at)
                        values (?, ?, ?, ?, 'RUNNING', ?, ?, ?)""")
                .params(id.toString(), plan.key(), plan.from(), plan.to(), comment, by.toString(), Timestamp.from(at))
                .update();
        plan.mapping()
                .forEach((from, to) -> jdbc.sql(
                                "insert into workflow_move_step (move_id, from_step, to_step) values (?, ?, ?)")
                        .params(id.toString(), from, to)
                        .update());
        bids.forEach(bid -> jdbc.sql(
                        "insert into workflow_move_bid (move_id, instance_id, bid_id, status) values (?, ?, ?, 'WAITING')")
                .params(id.toString(), bid.id(), bid.bid().toString())
                .update());
    }

    /** The next bid whose turn it is. */
    Optional<Instance> next(MoveId id) {
        return jdbc.sql("""
                        select instance_id, bid_id from workflow_move_bid where move_id = ? and status = 'WAITING'
                        order by bid_id, instance_id limit 1""")
                .param(id.toString())
                .query((row, n) -> new Instance(row.getString(1), BidId.of(row.getString(2))))
                .optional();
    }

    /** Whether it is still this bid's turn; locks its row. */
    boolean lockWaiting(MoveId id, String instance) {
        return jdbc.sql("""
                        select status from workflow_move_bid where move_id = ? and instance_id = ? for update""")
                .params(id.toString(), instance)
                .query(String.class)
                .optional()
                .filter("WAITING"::equals)
                .isPresent();
    }

    void moved(MoveId id, String instance, Instant at) {
        ended(id, instance, "MOVED", null, null, at);
    }

    void refused(MoveId id, String instance, String key, @Nullable String reason, Instant at) {
        ended(id, instance, "REFUSED", key, reason, at);
    }

    private void ended(
            MoveId id, String instance, String status, @Nullable String key, @Nullable String reason, Instant at) {
        jdbc.sql("""
                        update workflow_move_bid set status = ?, reason_key = ?, reason = ?, ended_at = ?
                        where move_id = ? and instance_id = ? and status = 'WAITING'""")
                .params(java.util.Arrays.asList(
                        status,
                        key,
                        reason == null || reason.length() <= 1000 ? reason : reason.substring(0, 1000),
                        Timestamp.from(at),
                        id.toString(),
                        instance))
                .update();
    }

    MoveReport.Status lockStatus(MoveId id) {
        return jdbc.sql("select status from workflow_move where id = ? for update")
                .param(id.toString())
                .query(String.class)
                .optional()
                .map(MoveReport.Status::valueOf)
                .orElseThrow(NotFound::new);
    }

    MoveReport.Status status(MoveId id) {
        return jdbc.sql("select status from workflow_move where id = ?")
                .param(id.toString())
                .query(String.class)
                .optional()
                .map(MoveReport.Status::valueOf)
                .orElseThrow(NotFound::new);
    }

    void becomes(MoveId id, MoveReport.Status status) {
        jdbc.sql("update workflow_move set status = ? where id = ?")
                .params(status.name(), id.toString())
                .update();
    }

    MovePlan plan(MoveId id) {
        Map<String, String> mapping = new HashMap<>();
        jdbc.sql("select from_step, to_step from workflow_move_step where move_id = ?")
                .param(id.toString())
                .query(row -> {
                    mapping.put(row.getString(1), row.getString(2));
                });
        return jdbc.sql("select process_key, from_version, to_version from workflow_move where id = ?")
                .param(id.toString())
                .query((row, n) -> new MovePlan(row.getString(1), row.getInt(2), row.getInt(3), mapping))
                .optional()
                .orElseThrow(NotFound::new);
    }

    MoveReport report(MoveId id) {
        MovePlan plan = plan(id);
        List<Trial> bids = jdbc.sql("""
                        select m.instance_id, m.bid_id, c.name, m.status, m.reason_key, m.reason from workflow_move_bid m
                          join bid_bid b on b.id = m.bid_id join collaboration_collaboration c on c.id = b.collaboration_id
                        where m.move_id = ? order by c.name, m.instance_id""")
                .param(id.toString())
                .query((row, n) -> new Trial(
                        row.getString(1),
                        BidId.of(row.getString(2)),
                        row.getString(3),
                        row.getString(4).equals("REFUSED")
                                ? Trial.Result.CANNOT
                                : Trial.Result.valueOf(row.getString(4)),
                        List.of(),
                        row.getString(5),
                        row.getString(6)))
                .list();
        return jdbc.sql("""
                        select m.status, m.comment, p.display_name, m.started_at from workflow_move m
                          join security_person p on p.id = m.started_by where m.id = ?""")
                .param(id.toString())
                .query((row, n) -> new MoveReport(
                        id,
                        plan,
                        MoveReport.Status.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        bids))
                .single();
    }

    List<MoveId> of(String key) {
        return jdbc
                .sql("select id from workflow_move where process_key = ? order by started_at desc, id")
                .param(key)
                .query(String.class)
                .list()
                .stream()
                .map(MoveId::of)
                .toList();
    }
}
