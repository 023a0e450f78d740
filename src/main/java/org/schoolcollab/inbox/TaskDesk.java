package org.schoolcollab.inbox;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** People take tasks, give them back and hand them on. */
@UseCase
public class TaskDesk {

    /** The most characters a reason may have. */
    public static final int REASON_LIMIT = 500;

    private final JdbcClient jdbc;
    private final TaskClaims claims;
    private final TaskFitness fitness;
    private final People people;
    private final BidProgress progress;
    private final AuditTrail audit;
    private final CurrentUser currentUser;

    TaskDesk(
            JdbcClient jdbc,
            TaskClaims claims,
            TaskFitness fitness,
            People people,
            BidProgress progress,
            AuditTrail audit,
            CurrentUser currentUser) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.fitness = fitness;
        this.people = people;
        this.progress = progress;
        this.audit = audit;
        this.currentUser = currentUser;
    }

    /**
     * Makes the task this person's. Claiming one's own again changes nothing.
     *
     * @throws AccessRefused if it is for other groups
     * @throws TaskTaken if somebody else has claimed or done it, saying who and when
     */
    @RolesAllowed(Roles.PERSON)
    public void claim(String taskId) {
        Actor actor = currentUser.actor();
        WorkItem item = lockOpen(taskId, actor, false);
        if (item.claimedBy() != null) {
            requireClaimedBy(actor, item);
            return;
        }
        fitness.keptFrom(item, actor.id()).ifPresent(refusal -> {
            throw refusal;
        });
        claims.claim(taskId, actor.id());
        record(item, "task.claimed", actor);
    }

    /**
     * Gives the task back to its group.
     *
     * @throws TaskRefused if it is one's alone, or nobody's
     * @throws TaskTaken if somebody else has claimed it
     */
    @RolesAllowed(Roles.PERSON)
    public void giveBack(String taskId) {
        Actor actor = currentUser.actor();
        WorkItem item = lockOpen(taskId, actor, false);
        if (item.group().isPersonal()) {
            throw TaskRefused.personal();
        }
        if (item.claimedBy() == null) {
            throw TaskRefused.notClaimedByYou();
        }
        requireClaimedBy(actor, item);
        claims.release(taskId);
        record(item, "task.givenBack", actor);
    }

    /**
     * Hands the task to another person of its group. May be done by whoever has claimed it, by the adviser or chair who shares the
     * queue, and by an administrator.
     *
     * @param reason why, shown in the bid's history; at most {@value #REASON_LIMIT} characters
     */
    @RolesAllowed(Roles.PERSON)
    public void reassign(String taskId, PersonId to, String reason) {
        Actor actor = currentUser.actor();
        WorkItem item = lockOpen(taskId, actor, true);
        requireMayReassign(actor, item);
        String why = Texts.reason(REASON_LIMIT, reason);
        People.Person target = members(item).stream()
                .filter(person -> person.id().equals(to))
                .findFirst()
                .orElseThrow(TaskRefused::notInGroup);
        claims.reassign(taskId, to);
        audit.record(Act.onBid(item.bid().value(), "task.reassigned", role(item, actor))
                .with("task", item.taskKey())
                .with("reason", why)
                .changed("claimedBy", item.claimedName(), target.displayName()));
    }

    /** Whether this person may hand the task on. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public boolean mayReassign(WorkItem item) {
        return item.state() == WorkItem.State.OPEN
                && !item.group().isPersonal()
                && isAllowedToReassign(currentUser.actor(), item);
    }

    /** Who could do the task: the members of its group, by name. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public List<People.Person> candidates(String taskId) {
        Actor actor = currentUser.actor();
        WorkItem item = find(taskId, actor, true, "");
        requireMayReassign(actor, item);
        return members(item).stream()
                .filter(person -> !person.id().equals(item.claimedBy()))
                .toList();
    }

    /** Whoever shares a queue in which the task stands and may do it. */
    private List<People.Person> members(WorkItem item) {
        if (item.group().isPersonal()) {
            throw TaskRefused.personal();
        }
        return rows(item.taskId(), "").stream()
                .flatMap(row -> row.group().role().stream()
                        .flatMap(role -> people.holders(role, row.group().scope()).stream()))
                .distinct()
                .filter(person -> fitness.keptFrom(item, person.id()).isEmpty())
                .toList();
    }

    private WorkItem lockOpen(String taskId, Actor actor, boolean administrator) {
        // The bid's row first, as every act on a bid locks it.
        progress.lock(find(taskId, actor, administrator, "").bid());
        WorkItem item = find(taskId, actor, administrator, " for update");
        if (item.state() == WorkItem.State.DONE) {
            throw TaskTaken.done(Objects.requireNonNull(item.doneName()), Objects.requireNonNull(item.doneAt()));
        }
        if (item.state() == WorkItem.State.GONE) {
            throw TaskRefused.gone();
        }
        if (item.state() == WorkItem.State.PAUSED) {
            throw new TaskPaused();
        }
        return item;
    }

    private WorkItem find(String taskId, Actor actor, boolean administrator, String lock) {
        List<WorkItem> rows = rows(taskId, lock);
        if (rows.isEmpty()) {
            throw new NotFound();
        }
        return rows.stream()
                .filter(item -> item.group().includes(actor) || (administrator && actor.has(Role.ADMINISTRATOR)))
                .findFirst()
                .orElseThrow(() -> new AccessRefused("task " + taskId));
    }

    private List<WorkItem> rows(String taskId, String lock) {
        return jdbc.sql(ItemRows.SELECT + " from inbox_work_item where task_id = ? order by group_key" + lock)
                .param(taskId)
                .query(ItemRows::item)
                .list();
    }

    private static void requireClaimedBy(Actor actor, WorkItem item) {
        if (!actor.id().equals(item.claimedBy())) {
            throw TaskTaken.claimed(
                    Objects.requireNonNull(item.claimedName()), Objects.requireNonNull(item.claimedAt()));
        }
    }

    private static void requireMayReassign(Actor actor, WorkItem item) {
        if (item.group().isPersonal()) {
            throw TaskRefused.personal();
        }
        if (!isAllowedToReassign(actor, item)) {
            throw new AccessRefused("reassign task " + item.taskId());
        }
    }

    private static boolean isAllowedToReassign(Actor actor, WorkItem item) {
        boolean shares = item.group().includes(actor)
                && item.group()
                        .role()
                        .filter(role -> role == Role.ADVISER || role == Role.BOARD_CHAIR)
                        .isPresent();
        return actor.id().equals(item.claimedBy()) || shares || actor.has(Role.ADMINISTRATOR);
    }

    private void record(WorkItem item, String action, Actor actor) {
        audit.record(Act.onBid(item.bid().value(), action, role(item, actor)).with("task", item.taskKey()));
    }

    private static String role(WorkItem item, Actor actor) {
        return item.group().includes(actor)
                ? item.group().role().map(Role::name).orElse("")
                : Role.ADMINISTRATOR.name();
    }
}
