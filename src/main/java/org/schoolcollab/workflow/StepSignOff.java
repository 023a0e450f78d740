package org.schoolcollab.workflow;

import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.flowable.engine.TaskService;
import org.flowable.task.api.Task;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.Stage;
import org.schoolcollab.board.DecisionLeaders;
import org.schoolcollab.inbox.BidWork;
import org.schoolcollab.inbox.WorkItem;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.workflow.gate.Outline;
import org.springframework.transaction.annotation.Transactional;

/**
 * A step that people added to a process: its group agrees, or sends the bid back where the process has a way for that. It takes the
 * place of no decision and of no approval; what the board and finance decide stays as it is.
 */
@UseCase
public class StepSignOff {

    /** The most characters of a comment or reason. */
    public static final int COMMENT_LIMIT = 2000;

    private static final String SCREEN = "sign-off";
    private static final String AGREED = "AGREED";
    private static final String SENT_BACK = "SENT_BACK";

    /**
     * The sign-off that waits for this person.
     *
     * @param key of the step in the process
     * @param name as the process calls it
     * @param mayBeSentBack whether the process has a way for a bid that is sent back
     */
    public record Waiting(
            String key,
            String name,
            boolean mayBeSentBack,
            @Nullable Instant due) {}

    private final BidWork work;
    private final BidProgress progress;
    private final OpenSteps steps;
    private final TaskService tasks;
    private final DeployedDefinitions definitions;
    private final DecisionLeaders leaders;
    private final AuditTrail audit;
    private final CurrentUser currentUser;

    StepSignOff(
            BidWork work,
            BidProgress progress,
            OpenSteps steps,
            TaskService tasks,
            DeployedDefinitions definitions,
            DecisionLeaders leaders,
            AuditTrail audit,
            CurrentUser currentUser) {
        this.work = work;
        this.progress = progress;
        this.steps = steps;
        this.tasks = tasks;
        this.definitions = definitions;
        this.leaders = leaders;
        this.audit = audit;
        this.currentUser = currentUser;
    }

    /**
     * What this person can sign off on the bid.
     *
     * @throws AccessRefused if the step that waits is another group's, or this person has an interest in the bid
     * @throws StepNotOpen if none waits
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public Waiting waiting(BidId bid) {
        WorkItem item = mine(bid, null);
        Outline process = outline(item);
        return new Waiting(item.taskKey(), process.label(item.taskKey()), canBeSentBack(process, item), item.due());
    }

    /**
     * Agrees; the process goes on.
     *
     * @param step key of the step that is meant
     * @param comment for the bid's history; may be empty
     * @throws AccessRefused like {@link #waiting}
     * @throws StepNotOpen if it is not open, or no longer
     * @throws StepClaimed if somebody else has claimed it
     */
    @RolesAllowed(Roles.PERSON)
    public void agree(BidId bid, String step, String comment) {
        String words = Texts.atMost(COMMENT_LIMIT, "comment", comment);
        done(bid, step, AGREED, "step.agreed", words);
    }

    /**
     * Sends the bid back, by the way that the process has for it.
     *
     * @param reason for the bid's history and those who act next; required
     * @throws SignOffHasNoWayBack if the process has none
     */
    @RolesAllowed(Roles.PERSON)
    public void sendBack(BidId bid, String step, String reason) {
        String words = Texts.reason(COMMENT_LIMIT, reason);
        done(bid, step, SENT_BACK, "step.sentBack", words);
    }

    private void done(BidId bid, String step, String answer, String action, String words) {
        progress.lock(bid);
        WorkItem item = mine(bid, step);
        Outline process = outline(item);
        if (answer.equals(SENT_BACK) && !canBeSentBack(process, item)) {
            throw new SignOffHasNoWayBack();
        }
        audit.record(Act.onBid(
                        bid.value(), action, item.group().role().map(Role::name).orElse(""))
                .with("step", process.label(step))
                .with("comment", words.isEmpty() ? null : words));
        steps.complete(bid, ProcessVariables.values().with(ProcessVariables.SIGN_OFF, answer), step);
    }

    /** The open sign-off that is for this person; whoever may not is refused before anything is said about it. */
    private WorkItem mine(BidId bid, @Nullable String step) {
        Actor actor = currentUser.actor();
        List<WorkItem> open = work.of(bid).stream()
                .filter(item ->
                        item.state() == WorkItem.State.OPEN && item.form().equals(SCREEN))
                .filter(item -> step == null || item.taskKey().equals(step))
                .toList();
        if (open.isEmpty()) {
            throw new StepNotOpen();
        }
        return open.stream()
                .filter(item -> item.group().includes(actor))
                .filter(item -> item.stage() != Stage.BOARD || !isOfTheBoard(item) || leads(actor, bid))
                .findFirst()
                .orElseThrow(() -> new AccessRefused("sign-off of bid " + bid));
    }

    private static boolean isOfTheBoard(WorkItem item) {
        return item.group().isPersonal()
                || item.group()
                        .role()
                        .filter(role -> role == Role.BOARD_CHAIR || role == Role.BOARD_MEMBER)
                        .isPresent();
    }

    /** Asked again now: an interest may have come up since the step was opened. */
    private boolean leads(Actor actor, BidId bid) {
        List<String> own = new ArrayList<>(actor.groups());
        own.add(actor.id().ownGroup());
        return !Collections.disjoint(own, leaders.groups(bid));
    }

    private Outline outline(WorkItem item) {
        Task task = Optional.ofNullable(
                        tasks.createTaskQuery().taskId(item.taskId()).singleResult())
                .orElseThrow(StepNotOpen::new);
        return Outline.of(definitions.bpmn(task.getProcessDefinitionId()).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether behind the step a condition asks how the sign-off went. */
    private static boolean canBeSentBack(Outline process, WorkItem item) {
        return process.isAskedBehind(item.taskKey(), ProcessVariables.SIGN_OFF.name());
    }
}
