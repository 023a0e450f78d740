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

/** The statement that reads a page of the queue by key. */
final class PageSql {

    private final InboxFilter filter;
    private final String me;
    private final List<String> groups;
    private final @Nullable Cursor after;
    private final int limit;
    private final Instant now;
    private final List<Object> params = new ArrayList<>();
    private final String text;

    PageSql(InboxFilter filter, Actor actor, @Nullable Cursor after, int limit, Instant now) {
        this.filter = filter;
        this.me = actor.id().toString();
        this.groups = TaskGroup.of(actor);
        this.after = after;
        this.limit = limit;
        this.now = now;
        this.text = switch (filter.view()) {
            case MINE -> part("claimed_by = ? and state = 'OPEN' and group_key in (" + marks(groups) + ")", me, groups);
            case DONE -> part("done_by = ? and state = 'DONE'", me);
            case GROUP -> union();
        };
    }

    String text() {
        return text;
    }

    List<Object> params() {
        return params;
    }

    /** One ordered and limited part for each group, so that each is a walk along the index. */
    private String union() {
        List<String> parts = new ArrayList<>();
        for (String group : groups) {
            if (!new TaskGroup(group).isPersonal()) {
                parts.add("(" + part("group_key = ? and state = 'OPEN' and not (claimed_by <=> ?)", group, me) + ")");
            }
        }
        return parts.isEmpty() ? "select * from inbox_work_item where 1 = 0" : String.join(" union all ", parts);
    }

    private String part(String where, Object... values) {
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
        String column = column();
        boolean downwards = downwards();
        if (after != null) {
            String beyond = downwards ? "<" : ">";
            sql.append(" and %s %s= ? and (%s %s ? or id > ?)".formatted(column, beyond, column, beyond));
            params.addAll(List.of(after.value(), after.value(), after.id()));
        }
        sql.append(" order by ").append(column).append(downwards ? " desc" : "").append(", id");
        return sql.append(" limit ").append(limit).toString();
    }

    private void and(StringBuilder sql, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            params.add(value);
        }
    }

    private String column() {
        if (filter.view() == View.DONE) {
            return "done_at";
        }
        return switch (filter.sort()) {
            case DUE -> "due_at";
            case AGE -> "created_at";
            case AMOUNT -> "amount_pence";
        };
    }

    private boolean downwards() {
        return filter.view() == View.DONE || filter.sort() == Sort.AMOUNT;
    }

    /** The same order as the statement's, to merge its parts. */
    Comparator<WorkItem> order() {
        Comparator<WorkItem> first = switch (filter.sort()) {
            case DUE -> Comparator.comparing(PageSql::due);
            case AGE -> Comparator.comparing(WorkItem::created);
            case AMOUNT -> Comparator.comparing(WorkItem::amount).reversed();
        };
        return first.thenComparingLong(WorkItem::id);
    }

    Cursor cursor(WorkItem last) {
        Object value = switch (column()) {
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
