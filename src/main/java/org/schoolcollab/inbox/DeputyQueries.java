package org.schoolcollab.inbox;

import jakarta.annotation.security.RolesAllowed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.schoolcollab.inbox.StandIns.StandIn;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What waits for people who stand in for somebody. */
@UseCase
public class DeputyQueries {

    /**
     * One whom this person stands in for.
     *
     * @param open their open tasks, the one due first first; none before the first day
     */
    public record Waiting(StandIn standIn, List<WorkItem> open) {}

    private static final int MOST = 50;

    private final StandIns standIns;
    private final TaskFitness fitness;
    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    DeputyQueries(StandIns standIns, TaskFitness fitness, JdbcClient jdbc, CurrentUser currentUser, PortalClock clock) {
        this.standIns = standIns;
        this.fitness = fitness;
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** For whom this person stands in today or later, with the tasks that they may do today; at most 50 for each. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        Actor actor = currentUser.actor();
        return standIns.of(actor.id()).stream()
                .map(standIn -> new Waiting(standIn, standIn.holdsOn(clock.today()) ? open(standIn, actor) : List.of()))
                .toList();
    }

    private List<WorkItem> open(StandIn standIn, Actor actor) {
        List<String> groups = TaskGroup.of(actor);
        Set<String> seen = new HashSet<>();
        return jdbc
                .sql(ItemRows.SELECT_QUEUE
                        + " from inbox_work_item where claimed_by = ? and state = 'OPEN' and task_key = ? and group_key in ("
                        + PageSql.marks(groups) + ") order by due_at, id limit " + MOST)
                .params(PageSql.list(standIn.away().toString(), standIn.taskKey(), groups))
                .query(ItemRows::item)
                .list()
                .stream()
                .filter(item -> seen.add(item.taskId()))
                .filter(item -> fitness.keptFrom(item, actor.id()).isEmpty())
                .toList();
    }
}
