package org.schoolcollab.workflow;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.identitylink.api.IdentityLinkInfo;
import org.flowable.task.api.Task;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.inbox.BidWork;
import org.schoolcollab.inbox.WorkItem;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** Compares what people see with what the engine holds: every difference between the two is listed, none is mended here. */
@UseCase
public class Reconciliation {

    /** What kind of difference. */
    public enum Kind {
        /** The inbox shows a task that the engine does not have. */
        ITEM_WITHOUT_TASK,
        /** The engine has a task that the inbox does not show. */
        TASK_WITHOUT_ITEM,
        /** Another person has it, in the one than in the other. */
        ANOTHER_ASSIGNEE,
        ANOTHER_GROUP,
        ANOTHER_DEADLINE,
        /** The kept counts of a group differ from its rows. */
        MISCOUNTED,
        /** The bid's status says one thing, its process another. */
        STATUS_AND_PROCESS
    }

    /**
     * One difference.
     *
     * @param subject the task, group or bid it is about
     * @param shown what the portal's own tables say
     * @param engine what the engine says
     */
    public record Difference(Kind kind, String subject, String shown, String engine) {}

    /** A step that people added: it may be open wherever they have put it. */
    private static final String SIGN_OFF = "sign-off";

    /** A date is waited for: the round's, or one that people have put wherever they like. */
    private static final String DATE = "a date";

    private final BidWork work;
    private final BidRegister bids;
    private final TaskService tasks;
    private final RuntimeService runtime;

    Reconciliation(BidWork work, BidRegister bids, TaskService tasks, RuntimeService runtime) {
        this.work = work;
        this.bids = bids;
        this.tasks = tasks;
        this.runtime = runtime;
    }

    /** All differences; empty where there is none. Reads everything that is open: for now and then, not for every page. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<Difference> differences() {
        List<Difference> found = new ArrayList<>();
        Map<String, Task> open = new HashMap<>();
        // What is paused stands in nobody's queue, and should not.
        tasks.createTaskQuery().active().includeIdentityLinks().list().forEach(task -> open.put(task.getId(), task));
        Set<String> shown = new HashSet<>();
        for (WorkItem item : work.open()) {
            shown.add(item.taskId());
            Task task = open.get(item.taskId());
            if (task == null) {
                found.add(new Difference(Kind.ITEM_WITHOUT_TASK, item.taskId(), item.taskKey(), ""));
            } else {
                compare(item, task, found);
            }
        }
        open.values().stream()
                .filter(task -> !shown.contains(task.getId()))
                .forEach(task -> found.add(
                        new Difference(Kind.TASK_WITHOUT_ITEM, task.getId(), "", task.getTaskDefinitionKey())));
        work.groupsMiscounted().forEach(group -> found.add(new Difference(Kind.MISCOUNTED, group, "", "")));
        compareBids(found);
        return found;
    }

    private static void compare(WorkItem item, Task task, List<Difference> found) {
        String claimed = item.claimedBy() == null ? "" : item.claimedBy().toString();
        add(found, Kind.ANOTHER_ASSIGNEE, item, claimed, Objects.requireNonNullElse(task.getAssignee(), ""));
        if (!item.group().isPersonal()) {
            Set<String> groups = new TreeSet<>();
            task.getIdentityLinks().stream()
                    .map(IdentityLinkInfo::getGroupId)
                    .filter(Objects::nonNull)
                    .forEach(groups::add);
            if (!groups.contains(item.group().key())) {
                add(found, Kind.ANOTHER_GROUP, item, item.group().key(), String.join(", ", groups));
            }
        }
        String due = item.due() == null ? "" : Long.toString(item.due().getEpochSecond());
        String taskDue = task.getDueDate() == null
                ? ""
                : Long.toString(task.getDueDate().toInstant().getEpochSecond());
        if (!due.equals(taskDue)) {
            add(
                    found,
                    Kind.ANOTHER_DEADLINE,
                    item,
                    String.valueOf(item.due()),
                    task.getDueDate() == null
                            ? ""
                            : task.getDueDate().toInstant().toString());
        }
    }

    private static void add(List<Difference> found, Kind kind, WorkItem item, String shown, String engine) {
        if (!shown.equals(engine)) {
            found.add(new Difference(kind, item.taskId(), shown, engine));
        }
    }

    private void compareBids(List<Difference> found) {
        Map<String, Set<String>> tasksByBid = new HashMap<>();
        Set<String> waiting = new HashSet<>();
        runtime.createActivityInstanceQuery()
                .activityType("intermediateCatchEvent")
                .unfinished()
                .list()
                .forEach(wait -> waiting.add(wait.getProcessInstanceId()));
        runtime.createProcessInstanceQuery().list().stream()
                .filter(instance -> !isPaymentMadeAgain(instance) && !isConsent(instance))
                .forEach(instance -> {
                    Set<String> keys = tasksByBid.computeIfAbsent(instance.getBusinessKey(), key -> new TreeSet<>());
                    if (waiting.contains(instance.getProcessInstanceId())) {
                        keys.add(DATE);
                    }
                    tasks.createTaskQuery()
                            .processInstanceId(instance.getProcessInstanceId())
                            .list()
                            .forEach(task -> keys.add(
                                    "sign-off".equals(task.getFormKey()) ? SIGN_OFF : task.getTaskDefinitionKey()));
                });
        for (BidSummary bid : bids.all()) {
            Set<String> open = tasksByBid.remove(bid.id().toString());
            boolean agrees = open == null
                    ? bid.status().isEnded()
                    : !bid.status().isEnded() && StepsByStatus.allows(bid.status(), open);
            if (!agrees) {
                found.add(new Difference(
                        Kind.STATUS_AND_PROCESS,
                        bid.id().toString(),
                        bid.status().name(),
                        open == null ? "no process" : String.join(", ", open)));
            }
        }
        compareConsents(found);
        tasksByBid.forEach((bid, open) ->
                found.add(new Difference(Kind.STATUS_AND_PROCESS, bid, "no bid", String.join(", ", open))));
    }

    /** Schools are asked for their consent only while the plan is with its lead. */
    private void compareConsents(List<Difference> found) {
        Set<String> withLead = bids.all().stream()
                .filter(bid -> bid.status().isWithLead())
                .map(bid -> bid.id().toString())
                .collect(java.util.stream.Collectors.toSet());
        runtime.createProcessInstanceQuery().processDefinitionKey(ConsentSteps.PROCESS).list().stream()
                .map(ProcessInstance::getBusinessKey)
                .filter(bid -> !withLead.contains(bid))
                .distinct()
                .forEach(bid -> found.add(
                        new Difference(Kind.STATUS_AND_PROCESS, bid, "not with its lead", ConsentSteps.PROCESS)));
    }

    /** The question to a member school, which runs beside the bid's own process. */
    private static boolean isConsent(ProcessInstance instance) {
        return instance.getProcessDefinitionKey().equals(ConsentSteps.PROCESS);
    }

    /** A release that runs beside the bid's own process, because a payment failed: at any time of delivery and after. */
    private static boolean isPaymentMadeAgain(ProcessInstance instance) {
        return instance.getSuperExecutionId() == null
                && instance.getProcessDefinitionKey().equals("budgetRelease");
    }

    /** Which tasks may be open in a status. */
    private static final class StepsByStatus {

        static boolean allows(BidStatus status, Set<String> open) {
            Set<String> allowed = switch (status) {
                case DRAFTING -> Set.of("userTask_DraftPlan");
                case IN_REVIEW -> Set.of("userTask_ReviewPlan");
                case RETURNED -> Set.of("userTask_RevisePlan");
                case BEFORE_BOARD -> Set.of("userTask_OpenBallot", "userTask_CastVote", "userTask_GiveCastingVote");
                case AWARDED -> Set.of("userTask_AcceptAward", "userTask_RequestRelease", "userTask_ApproveRelease");
                case IN_DELIVERY ->
                    Set.of(
                            "userTask_RequestRelease",
                            "userTask_ApproveRelease",
                            "userTask_WriteMarchReport",
                            "userTask_AcceptMarchReport",
                            "userTask_WriteOctoberReport",
                            "userTask_AcceptOctoberReport");
                case CLOSED, REFUSED, WITHDRAWN -> Set.of();
            };
            Set<String> known = new TreeSet<>(open);
            known.removeAll(Set.of(SIGN_OFF, DATE));
            return allowed.containsAll(known) && !open.isEmpty();
        }
    }
}
