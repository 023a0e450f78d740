package org.schoolcollab.inbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.inbox.InboxFilter.Sort;
import org.schoolcollab.inbox.InboxFilter.View;
import org.schoolcollab.inbox.InboxPage.Cursor;
import org.schoolcollab.security.Actor;

/** The statement that reads a page of the queue, or parts of one, by key. */
final class PageSql {

    /**
     * A walk along one queue.
     *
     * @param after where it begins, null for the beginning
     * @param upTo the last row it may reach, null for no bound
     */
    record Part(
            String group, @Nullable Cursor after, @Nullable Cursor upTo, int limit) {}

    private final InboxFilter filter;
    private final Instant now;
    private final List<Object> params = new ArrayList<>();
    private String text = "";

    private PageSql(InboxFilter filter, Instant now) {
        this.filter = filter;
        this.now = now;
    }

    /** What this person has claimed, or has done. */
    static PageSql own(InboxFilter filter, Actor actor, @Nullable Cursor after, int limit, Instant now) {
        PageSql sql = new PageSql(filter, now);
        String me = actor.id().toString();
        List<String> groups = TaskGroup.of(actor);
        sql.text = filter.view() == View.DONE
                ? sql.part(new Part("", after, null, limit), "done_by = ? and state = 'DONE'", me)
                : sql.part(
                        new Part("", after, null, limit),
                        "claimed_by = ? and state = 'OPEN' and group_key in (" + marks(groups) + ")",
                        me,
                        groups);
        return sql;
    }

    /** Parts of queues that this person shares, each ordered and limited by itself, so that each is a walk along the index. */
    static PageSql shared(InboxFilter filter, Actor actor, List<Part> parts, Instant now) {
        PageSql sql = new PageSql(filter, now);
        String me = actor.id().toString();
        List<String> texts = new ArrayList<>();
        for (Part part : parts) {
            texts.add("("
                    + sql.part(part, "group_key = ? and state = 'OPEN' and not (claimed_by <=> ?)", part.group(), me)
                    + ")");
        }
        sql.text = String.join(" union all ", texts);
        return sql;
    }

    String text() {
        return text;
    }

    List<Object> params() {
        return params;
    }

    private String part(Part walk, String where, Object... values) {
        params.addAll(list(values));
        StringBuilder sql = new StringBuilder(filter.view() == View.DONE ? ItemRows.SELECT : ItemRows.SELECT_QUEUE);
        sql.append(" from inbox_work_item where ").append(where);
        and(sql, "stage = ?", filter.stage() == null ? null : filter.stage().name());
        and(sql, "area_code = ?", filter.area());
        and(sql, "round_id = ?", filter.round() == null ? null : filter.round().toString());
        and(
                sql,
                "collaboration_id = ?",
                filter.collaboration() == null ? null : filter.collaboration().toString());
        and(sql, "due_at < ?", filter.overdue() ? Timestamp.from(now) : null);
        and(
                sql,
                "locate(lower(?), lower(concat_ws(' ', collaboration_name, district_name, round_name))) > 0",
                filter.text().isBlank() ? null : filter.text().strip());
        String column = column(filter);
        boolean downwards = downwards(filter);
        bound(sql, walk.after(), downwards ? "<" : ">", "id > ?");
        bound(sql, walk.upTo(), downwards ? ">" : "<", "id <= ?");
        sql.append(" order by ").append(column).append(downwards ? " desc" : "").append(", id");
        return sql.append(" limit ").append(walk.limit()).toString();
    }

    /** Written so that rows of the bound's own value are found by their ids in the index, not read and passed over. */
    private void bound(StringBuilder sql, @Nullable Cursor bound, String beyond, String ids) {
        if (bound != null) {
            String column = column(filter);
            sql.append(" and (%s = ? and %s or %s %s ?)".formatted(column, ids, column, beyond));
            params.addAll(List.of(bound.value(), bound.id(), bound.value()));
        }
    }

    private void and(StringBuilder sql, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            params.add(value);
        }
    }

    private static String column(InboxFilter filter) {
        if (filter.view() == View.DONE) {
            return "done_at";
        }
        return switch (filter.sort()) {
            case DUE -> "due_at";
            case AGE -> "created_at";
            case AMOUNT -> "amount_pence";
        };
    }

    private static boolean downwards(InboxFilter filter) {
        return filter.view() == View.DONE || filter.sort() == Sort.AMOUNT;
    }

    /** The same order as the statement's, to merge its parts. */
    static Comparator<WorkItem> order(InboxFilter filter) {
        Comparator<WorkItem> first = switch (filter.sort()) {
            case DUE -> Comparator.comparing(PageSql::due);
            case AGE -> Comparator.comparing(WorkItem::created);
            case AMOUNT -> Comparator.comparing(WorkItem::amount).reversed();
        };
        return first.thenComparingLong(WorkItem::id);
    }

    static Cursor cursor(InboxFilter filter, WorkItem last) {
        Object value = switch (column(filter)) {
            case "done_at" -> Timestamp.from(java.util.Objects.requireNonNull(last.doneAt()));
            case "due_at" -> Timestamp.from(due(last));
            case "created_at" -> Timestamp.from(last.created());
            default -> last.amount().pence();
        };
        return new Cursor(value, last.id());
    }

    private static Instant due(WorkItem item) {
        return item.due() == null ? ItemRows.NO_DEADLINE : item.due();
    }

    static String marks(Collection<?> values) {
        return String.join(", ", values.stream().map(value -> "?").toList());
    }

    /** The values in a row, collections unfolded. */
    static List<Object> list(Object... values) {
        List<Object> flat = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof Collection<?> several) {
                flat.addAll(several);
            } else {
                flat.add(value);
            }
        }
        return flat;
    }
}
