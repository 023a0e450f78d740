package org.schoolcollab.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.inbox.InboxPage.Cursor;
import org.schoolcollab.inbox.PageSql.Part;
import org.schoolcollab.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A page of the queues that a person shares. Each queue is read from one index in order. With one or two queues each is read as far as
 * the page is long; with more, each is read for its share of the page first, and then only where rows of it may still belong to the
 * page. So at most two statements, and the cost follows the page, neither the queue nor the number of queues.
 */
final class SharedPage {

    private static final int READ_AT_ONCE = 2;

    private final JdbcClient jdbc;
    private final InboxFilter filter;
    private final Actor actor;
    private final Instant now;
    private final Comparator<WorkItem> order;

    SharedPage(JdbcClient jdbc, InboxFilter filter, Actor actor, Instant now) {
        this.jdbc = jdbc;
        this.filter = filter;
        this.actor = actor;
        this.now = now;
        this.order = PageSql.order(filter);
    }

    /** At most {@code limit} rows after the cursor, in order. */
    List<WorkItem> read(@Nullable Cursor after, int limit) {
        List<String> groups = TaskGroup.of(actor).stream()
                .filter(group -> !new TaskGroup(group).isPersonal())
                .toList();
        if (groups.isEmpty()) {
            return List.of();
        }
        int share = groups.size() <= READ_AT_ONCE ? limit : Math.ceilDiv(limit, groups.size());
        List<WorkItem> found = new ArrayList<>(rows(groups.stream()
                .map(group -> new Part(group, after, null, share))
                .toList()));
        found.sort(order);
        List<Part> rest = share == limit ? List.of() : rest(found, share, limit);
        if (!rest.isEmpty()) {
            found.addAll(rows(rest));
            found.sort(order);
        }
        return found.size() > limit ? found.subList(0, limit) : found;
    }

    /** For each queue that went on, what may still come before the page is full. */
    private List<Part> rest(List<WorkItem> found, int share, int limit) {
        Cursor bound = found.size() < limit ? null : PageSql.cursor(filter, found.get(limit - 1));
        Map<String, List<WorkItem>> byGroup = found.stream()
                .collect(Collectors.groupingBy(item -> item.group().key()));
        List<Part> rest = new ArrayList<>();
        byGroup.forEach((group, items) -> {
            WorkItem last = items.getLast();
            int still = limit - found.indexOf(last) - 1;
            if (items.size() == share && still > 0) {
                rest.add(new Part(group, PageSql.cursor(filter, last), bound, still));
            }
        });
        return rest;
    }

    private List<WorkItem> rows(List<Part> parts) {
        PageSql sql = PageSql.shared(filter, actor, parts, now);
        return jdbc.sql(sql.text()).params(sql.params()).query(ItemRows::item).list();
    }
}
