package org.schoolcollab.inbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.inbox.Counters.Delta;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.ProcessStep;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The queue's rows, written as the engine opens, hands out and ends tasks, in the same transaction. */
@ProcessStep
public class WorkItems {

    /** Who did a step and when. */
    public record Done(String person, Instant at) {}

    private record Row(
            long id,
            String group,
            UUID bid,
            String taskKey,
            @Nullable String claimedBy,
            boolean escalated,
            boolean reminded) {}

    private final JdbcClient jdbc;
    private final BidRegister bids;
    private final People people;
    private final Counters counters;
    private final PortalClock clock;

    WorkItems(JdbcClient jdbc, BidRegister bids, People people, Counters counters, PortalClock clock) {
        this.jdbc = jdbc;
        this.bids = bids;
        this.people = people;
        this.counters = counters;
        this.clock = clock;
    }

    /** A task was opened: it appears in its groups' queues, or in its one person's. */
    public void opened(OpenedTask task) {
        BidSummary bid = bids.get(task.bid());
        if (task.assignee() != null) {
            insert(task, bid, TaskGroup.ofPerson(task.assignee()).key(), task.assignee());
        } else {
            task.groups().forEach(group -> insert(task, bid, group, null));
        }
    }

    private void insert(OpenedTask task, BidSummary bid, String group, @Nullable PersonId claimedBy) {
        Timestamp created = Timestamp.from(task.created());
        jdbc.sql("""
                        insert into inbox_work_item (task_id, group_key, state, bid_id, stage, task_key, form,
                          collaboration_id, collaboration_name, round_id, round_name, area_code, district_name, amount_pence,
                          member_count, revision, created_at, due_at, claimed_by, claimed_name, claimed_at)
                        values (?, ?, 'OPEN', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        task.taskId(),
                        group,
                        bid.id().toString(),
                        task.stage().name(),
                        task.taskKey(),
                        task.form(),
                        bid.collaborationId().toString(),
                        bid.collaborationName(),
                        bid.roundId().toString(),
                        bid.roundName(),
                        bid.areaCode(),
                        bid.districtName(),
                        amount(bid).pence(),
                        bid.memberCount(),
                        bid.revision(),
                        created,
                        Timestamp.from(task.due() == null ? ItemRows.NO_DEADLINE : task.due()),
                        claimedBy == null ? null : claimedBy.toString(),
                        claimedBy == null ? null : nameOf(claimedBy),
                        claimedBy == null ? null : created))
                .update();
        counters.add(group, claimedBy == null ? null : claimedBy.toString(), Delta.oneMore(false, false));
    }

    /** A person has taken the task, or was handed it. */
    public void claimed(String taskId, PersonId person) {
        changeClaim(taskId, person.toString(), nameOf(person), Timestamp.from(clock.instant()));
    }

    /** The task went back to its group. */
    public void released(String taskId) {
        changeClaim(taskId, null, null, null);
    }

    /** Other groups take the task from now on: it leaves the queues it was in and appears, unclaimed, in theirs. */
    public void handedTo(String taskId, Collection<String> groups) {
        List<Row> rows = openRows("task_id", taskId);
        for (Row row : rows) {
            if (!groups.contains(row.group())) {
                leave(row);
                countLess(row);
            }
        }
        List<String> there = rows.stream().map(Row::group).toList();
        for (String group : groups) {
            if (!there.contains(group) && !rows.isEmpty()) {
                Row like = rows.getFirst();
                jdbc.sql("""
                                insert into inbox_work_item (task_id, group_key, state, bid_id, stage, task_key, form,
                                  collaboration_id, collaboration_name, round_id, round_name, area_code, district_name, amount_pence,
                                  member_count, revision, created_at, due_at, reminded_at, escalated_at)
                                select task_id, ?, 'OPEN', bid_id, stage, task_key, form,
                                  collaboration_id, collaboration_name, round_id, round_name, area_code, district_name, amount_pence,
                                  member_count, revision, created_at, due_at, reminded_at, escalated_at
                                from inbox_work_item where id = ?
                                on duplicate key update state = 'OPEN'""").params(group, like.id()).update();
                counters.add(group, null, Delta.oneMore(like.escalated(), like.reminded()));
            }
        }
    }

    /**
     * The open task is another step than it was, for other groups or with another deadline: its bid moved to another version of the
     * process. Who has claimed it keeps it as long as its groups are the same.
     */
    public void changed(OpenedTask task) {
        jdbc.sql(
                        "update inbox_work_item set task_key = ?, stage = ?, form = ?, due_at = ? where task_id = ? and state = 'OPEN'")
                .params(
                        task.taskKey(),
                        task.stage().name(),
                        task.form(),
                        Timestamp.from(task.due() == null ? ItemRows.NO_DEADLINE : task.due()),
                        task.taskId())
                .update();
        if (!task.groups().isEmpty()) {
            handedTo(task.taskId(), task.groups());
        }
    }

    /** The bid is paused: its work leaves every queue, claimed or not. */
    public void paused(BidId bid) {
        for (Row row : rows(WorkItem.State.OPEN, "bid_id", bid.toString())) {
            becomes(row, WorkItem.State.PAUSED);
            countLess(row);
        }
    }

    /** The paused bid goes on: its work is where it was. */
    public void resumed(BidId bid) {
        for (Row row : rows(WorkItem.State.PAUSED, "bid_id", bid.toString())) {
            becomes(row, WorkItem.State.OPEN);
            counters.add(row.group(), row.claimedBy(), Delta.oneMore(row.escalated(), row.reminded()));
        }
    }

    /** The rows of an open task are written anew, for whom and as the engine has it. */
    public void writtenAnew(OpenedTask task) {
        gone(task.taskId());
        // Groups that have a row already get a fresh one.
        jdbc.sql("delete from inbox_work_item where task_id = ? and state = 'GONE'")
                .param(task.taskId())
                .update();
        if (task.groups().isEmpty()) {
            opened(task);
            return;
        }
        BidSummary bid = bids.get(task.bid());
        task.groups().forEach(group -> insert(task, bid, group, null));
        if (task.assignee() != null) {
            claimed(task.taskId(), task.assignee());
        }
    }

    /** Counts the open work of a group again from its rows. */
    public void recount(String group) {
        jdbc.sql("delete from inbox_counter where group_key = ?").param(group).update();
        jdbc.sql("""
                        insert into inbox_counter (group_key, person_key, open_count, escalated_count, reminded_count)
                        select group_key, coalesce(cast(claimed_by as char(36)), ''), count(*), count(escalated_at), count(reminded_at)
                        from inbox_work_item where state = 'OPEN' and group_key = ? group by 1, 2""").param(group).update();
    }

    private void changeClaim(String taskId, @Nullable String person, @Nullable String name, @Nullable Timestamp at) {
        for (Row row : openRows("task_id", taskId)) {
            jdbc.sql("update inbox_work_item set claimed_by = ?, claimed_name = ?, claimed_at = ? where id = ?")
                    .params(Arrays.asList(person, name, at, row.id()))
                    .update();
            countLess(row);
            counters.add(row.group(), person, Delta.oneMore(row.escalated(), row.reminded()));
        }
    }

    /** The task was done by this person, or by the portal itself. */
    public void done(String taskId, @Nullable Actor person) {
        String name = person == null ? AuditTrail.THE_PORTAL : person.name();
        boolean first = true;
        for (Row row : openRows("task_id", taskId)) {
            // Where several groups shared the task, one row keeps who did it.
            if (first) {
                jdbc.sql(
                                "update inbox_work_item set state = 'DONE', done_by = ?, done_name = ?, done_at = ? where id = ?")
                        .params(Arrays.asList(
                                person == null ? null : person.id().toString(),
                                name,
                                Timestamp.from(clock.instant()),
                                row.id()))
                        .update();
                first = false;
            } else {
                leave(row);
            }
            countLess(row);
        }
    }

    /** The task ended without being done: the bid was withdrawn, the ballot settled without this vote. */
    public void gone(String taskId) {
        for (Row row : openRows("task_id", taskId)) {
            leave(row);
            countLess(row);
        }
    }

    private void leave(Row row) {
        becomes(row, WorkItem.State.GONE);
    }

    private void becomes(Row row, WorkItem.State state) {
        jdbc.sql("update inbox_work_item set state = ? where id = ?")
                .params(state.name(), row.id())
                .update();
    }

    /** Who did this step of the bid last, if anybody has. */
    public Optional<Done> lastDone(BidId bid, String... taskKeys) {
        Function<String, String> quoted = key -> "?";
        List<Object> params = new java.util.ArrayList<>(List.of(bid.toString()));
        params.addAll(List.of(taskKeys));
        String marks = String.join(", ", Arrays.stream(taskKeys).map(quoted).toList());
        return jdbc.sql("select done_name, done_at from inbox_work_item where bid_id = ? and task_key in (" + marks
                        + ") and state = 'DONE' order by done_at desc, id desc limit 1")
                .params(params)
                .query((row, n) ->
                        new Done(row.getString(1), row.getTimestamp(2).toInstant()))
                .optional();
    }

    private void countLess(Row row) {
        counters.add(row.group(), row.claimedBy(), Delta.oneLess(row.escalated(), row.reminded()));
    }

    private static final String SELECT =
            "select id, group_key, bid_id, task_key, claimed_by, escalated_at, reminded_at from inbox_work_item where ";

    private List<Row> openRows(String column, String value) {
        return rows(WorkItem.State.OPEN, column, value);
    }

    private List<Row> rows(WorkItem.State state, String column, String value) {
        return jdbc.sql(SELECT + "state = ? and " + column + " = ? order by group_key, id for update")
                .params(state.name(), value)
                .query(WorkItems::row)
                .list();
    }

    private static Row row(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("group_key"),
                UUID.fromString(row.getString("bid_id")),
                row.getString("task_key"),
                row.getString("claimed_by"),
                row.getTimestamp("escalated_at") != null,
                row.getTimestamp("reminded_at") != null);
    }

    /** What the bid is about now: agreed, else recommended, else asked for. */
    private static Money amount(BidSummary bid) {
        if (bid.agreed() != null) {
            return bid.agreed();
        }
        return bid.recommended() != null ? bid.recommended() : bid.requested();
    }

    private String nameOf(PersonId person) {
        return people.find(person).map(People.Person::displayName).orElse(person.toString());
    }
}
