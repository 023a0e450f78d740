package org.schoolcollab.inbox;

import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.inbox.InboxFilter.View;
import org.schoolcollab.inbox.InboxPage.Cursor;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Reads the queue: each person only that of their own groups. */
@UseCase
public class InboxQueries {

    /** A collaboration to choose in the filter. */
    public record Choice(UUID id, String name) {}

    private static final int LARGEST_PAGE = 200;

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    InboxQueries(JdbcClient jdbc, CurrentUser currentUser, PortalClock clock) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** A page of the queue after the cursor, or from the beginning. The cost follows the page, never the queue. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public InboxPage page(InboxFilter filter, @Nullable Cursor after, int size) {
        int limit = Math.clamp(size, 1, LARGEST_PAGE);
        Actor actor = currentUser.actor();
        List<WorkItem> items = filter.view() == View.GROUP
                ? new SharedPage(jdbc, filter, actor, clock.instant()).read(after, limit)
                : own(filter, actor, after, limit);
        // A full page may be the last one, too: the page after it is then empty.
        Cursor next = items.size() < limit ? null : PageSql.cursor(filter, items.getLast());
        return new InboxPage(List.copyOf(items), next);
    }

    private List<WorkItem> own(InboxFilter filter, Actor actor, @Nullable Cursor after, int limit) {
        PageSql sql = PageSql.own(filter, actor, after, limit, clock.instant());
        return jdbc.sql(sql.text()).params(sql.params()).query(ItemRows::item).list();
    }

    /** The groups whose work this person sees. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public List<String> myGroups() {
        return TaskGroup.of(currentUser.actor());
    }

    /** Counts of the views, kept with every change. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public InboxCounts counts() {
        Actor actor = currentUser.actor();
        List<String> groups = TaskGroup.of(actor);
        return jdbc.sql("""
                        select coalesce(sum(if(person_key = ?, open_count, 0)), 0),
                          coalesce(sum(if(person_key = ?, 0, open_count)), 0), coalesce(sum(escalated_count), 0),
                          coalesce(sum(reminded_count), 0)
                        from inbox_counter where group_key in (""" + PageSql.marks(groups) + ")")
                .params(PageSql.list(actor.id().toString(), actor.id().toString(), groups))
                .query((row, n) -> new InboxCounts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .single();
    }

    /**
     * One task, whatever became of it.
     *
     * @throws NotFound if there is none
     * @throws AccessRefused if it is in none of this person's groups; an administrator sees all
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public WorkItem item(String taskId) {
        List<WorkItem> rows = jdbc.sql(ItemRows.SELECT + " from inbox_work_item where task_id = ? order by state desc")
                .param(taskId)
                .query(ItemRows::item)
                .list();
        if (rows.isEmpty()) {
            throw new NotFound();
        }
        Actor actor = currentUser.actor();
        Optional<WorkItem> own =
                rows.stream().filter(item -> item.group().includes(actor)).findFirst();
        if (own.isEmpty() && !actor.has(Role.ADMINISTRATOR)) {
            throw new AccessRefused("task " + taskId);
        }
        return own.orElse(rows.getFirst());
    }

    /** Collaborations with open work for this person whose name holds the text, by name. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public List<Choice> collaborations(String text, int limit) {
        List<String> groups = TaskGroup.of(currentUser.actor());
        return jdbc
                .sql("select distinct collaboration_id, collaboration_name from inbox_work_item where group_key in ("
                        + PageSql.marks(groups)
                        + ") and state = 'OPEN' and locate(lower(?), lower(collaboration_name)) > 0"
                        + " order by collaboration_name limit ?")
                .params(PageSql.list(groups, text.strip(), Math.clamp(limit, 1, LARGEST_PAGE)))
                .query((row, n) -> new Choice(UUID.fromString(row.getString(1)), row.getString(2)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    /** Areas by code and name, for the filter. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public java.util.Map<String, String> areas() {
        java.util.Map<String, String> areas = new java.util.LinkedHashMap<>();
        jdbc.sql(
                        "select distinct a.code, a.name from establishment_area a join establishment_district d on d.area_code = a.code"
                                + " order by a.name")
                .query(row -> {
                    areas.put(row.getString(1), row.getString(2));
                });
        return areas;
    }
}
