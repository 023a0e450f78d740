package org.schoolcollab.workflow;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.identitylink.api.IdentityLinkInfo;
import org.flowable.task.api.Task;
import org.flowable.task.api.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.inbox.TaskPaused;
import org.schoolcollab.inbox.WorkItems;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shell.Dates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The open step of a bid that a person has done: found by bid and task key, refused where it is another's, completed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OpenSteps {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final CurrentUser currentUser;
    private final People people;
    private final EntityManager entities;
    private final WorkItems items;
    private final PinnedVersions pinned;

    OpenSteps(
            TaskService tasks,
            RuntimeService runtime,
            CurrentUser currentUser,
            People people,
            EntityManager entities,
            WorkItems items,
            PinnedVersions pinned) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.currentUser = currentUser;
        this.people = people;
        this.entities = entities;
        this.items = items;
        this.pinned = pinned;
    }

    /**
     * Completes the bid's open task with one of these keys.
     *
     * @throws StepClaimed if somebody else has claimed it
     * @throws StepNotOpen if it is not open, or no longer
     */
    void complete(BidId bid, ProcessVariables.Values values, String... taskKeys) {
        complete(bid, null, values, taskKeys);
    }

    /** Completes the bid's open task of the release of this instalment. */
    void completeOfInstalment(BidId bid, int instalment, ProcessVariables.Values values, String taskKey) {
        entities.flush();
        complete(findOfInstalment(bid, instalment, taskKey).orElseThrow(() -> notOpen(bid, taskKey)), values);
    }

    /** Whether the bid's task of the release of this instalment is open. */
    boolean isOpenOfInstalment(BidId bid, int instalment, String taskKey) {
        return findOfInstalment(bid, instalment, taskKey).isPresent();
    }

    private Optional<Task> findOfInstalment(BidId bid, int instalment, String taskKey) {
        return query(bid, null, taskKey).includeProcessVariables().list().stream()
                .filter(task ->
                        task.getProcessVariables().get(ProcessVariables.INSTALMENT.name()) instanceof Number number
                                && number.intValue() == instalment)
                .findFirst();
    }

    /** Takes the bid's open task of the release of this instalment away, as nobody has to do it any more, and goes on from an end. */
    void end(BidId bid, int instalment, String taskKey, String endEvent) {
        entities.flush();
        Task task = findOfInstalment(bid, instalment, taskKey).orElseThrow(() -> notOpen(bid, taskKey));
        requireActive(task.isSuspended());
        runtime.createChangeActivityStateBuilder()
                .processInstanceId(task.getProcessInstanceId())
                .moveActivityIdTo(taskKey, endEvent)
                .changeState();
    }

    /** Starts a process beside the bid's own, under the same business key. */
    void start(String process, BidId bid, ProcessVariables.Values values) {
        entities.flush();
        requireActive(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(bid.toString())
                        .suspended()
                        .count()
                > 0);
        runtime.startProcessInstanceById(pinned.definitionFor(bid, process), bid.toString(), values.map());
    }

    /** Sets values in the bid's own process; nothing where it has ended. */
    void setOnBid(BidId bid, ProcessVariables.Values values) {
        entities.flush();
        var own = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(bid.toString(), "bidLifecycle")
                .singleResult();
        if (own != null) {
            requireActive(own.isSuspended());
            runtime.setVariables(own.getId(), values.map());
        }
    }

    /** Completes the bid's open task that this school's headteachers share. */
    void completeOfSchool(BidId bid, String group, String taskKey) {
        entities.flush();
        complete(
                query(bid, null, taskKey)
                        .processVariableValueEquals(ProcessVariables.SCHOOL_GROUP.name(), group)
                        .list()
                        .stream()
                        .findFirst()
                        .orElseThrow(() -> notOpen(bid, taskKey)),
                ProcessVariables.values());
    }

    /** Ends this school's process beside the bid's own, if it runs, with whatever stands open in it. */
    void endOfSchool(String process, BidId bid, String group) {
        entities.flush();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(bid.toString(), process)
                .variableValueEquals(ProcessVariables.SCHOOL_GROUP.name(), group)
                .list()
                .forEach(running -> {
                    requireActive(running.isSuspended());
                    runtime.deleteProcessInstance(running.getId(), "not asked any more");
                });
    }

    /** Completes the bid's open task that belongs to this person alone. */
    void completeFor(BidId bid, PersonId assignee, String taskKey) {
        complete(bid, assignee, ProcessVariables.values(), taskKey);
    }

    private void complete(BidId bid, @Nullable PersonId assignee, ProcessVariables.Values values, String... taskKeys) {
        // What the delegates read by SQL has to be in the database first.
        entities.flush();
        complete(
                query(bid, assignee, taskKeys).list().stream().findFirst().orElseThrow(() -> notOpen(bid, taskKeys)),
                values);
    }

    private void complete(Task task, ProcessVariables.Values values) {
        requireActive(task.isSuspended());
        String person =
                currentUser.find().map(Actor::id).map(PersonId::toString).orElse(null);
        if (task.getAssignee() != null && person != null && !task.getAssignee().equals(person)) {
            throw claimedByOther(task);
        }
        Map<String, Object> variables = values.map();
        if (person == null) {
            tasks.complete(task.getId(), variables);
        } else {
            tasks.complete(task.getId(), person, variables);
        }
    }

    /**
     * Makes the bid's open task this person's, whoever had it.
     *
     * @throws StepNotOpen if it is not open, or no longer
     */
    void assign(BidId bid, PersonId person, String taskKey) {
        entities.flush();
        Task task = query(bid, null, taskKey).list().stream().findFirst().orElseThrow(() -> notOpen(bid, taskKey));
        requireActive(task.isSuspended());
        tasks.setAssignee(task.getId(), person.toString());
    }

    /** Makes the bid's open task this person's, whoever had it, also while the bid is paused; nothing where it is not open. */
    void handOver(BidId bid, PersonId person, String taskKey) {
        entities.flush();
        query(bid, null, taskKey).list().stream()
                .findFirst()
                .ifPresent(task -> evenIfPaused(bid, task, () -> tasks.setAssignee(task.getId(), person.toString())));
    }

    /** The engine changes no task of a paused process; whose it is changes all the same. */
    private void evenIfPaused(BidId bid, Task task, Runnable change) {
        if (task.isSuspended()) {
            runtime.activateProcessInstanceById(task.getProcessInstanceId());
            items.resumed(bid);
        }
        change.run();
        if (task.isSuspended()) {
            items.paused(bid);
            runtime.suspendProcessInstanceById(task.getProcessInstanceId());
        }
    }

    /** Moves the bid's open task with one of these keys, if there is one, to the queues of these groups, unclaimed. */
    void handTo(BidId bid, List<String> groups, String... taskKeys) {
        entities.flush();
        query(bid, null, taskKeys).list().stream().findFirst().ifPresent(task -> {
            List<String> before = tasks.getIdentityLinksForTask(task.getId()).stream()
                    .map(IdentityLinkInfo::getGroupId)
                    .filter(Objects::nonNull)
                    .toList();
            if (Set.copyOf(before).equals(Set.copyOf(groups))) {
                return;
            }
            evenIfPaused(bid, task, () -> {
                if (task.getAssignee() != null) {
                    tasks.unclaim(task.getId());
                }
                before.forEach(group -> tasks.deleteCandidateGroup(task.getId(), group));
                groups.forEach(group -> tasks.addCandidateGroup(task.getId(), group));
                items.handedTo(task.getId(), groups);
            });
        });
    }

    /** Ends the process by a message, whatever stands open. */
    void send(BidId bid, String message) {
        entities.flush();
        var waiting = runtime.createExecutionQuery()
                .processInstanceBusinessKey(bid.toString(), true)
                .messageEventSubscriptionName(message)
                .singleResult();
        if (waiting == null) {
            throw new StepNotOpen();
        }
        requireActive(waiting.isSuspended());
        runtime.messageEventReceived(message, waiting.getId());
    }

    private static void requireActive(boolean suspended) {
        if (suspended) {
            throw new TaskPaused();
        }
    }

    private TaskQuery query(BidId bid, @Nullable PersonId assignee, String... taskKeys) {
        TaskQuery query = tasks.createTaskQuery()
                .processInstanceBusinessKey(bid.toString())
                .taskDefinitionKeys(List.of(taskKeys));
        return assignee == null ? query : query.taskAssignee(assignee.toString());
    }

    private StepClaimed claimedByOther(Task task) {
        return new StepClaimed(
                nameOf(task.getAssignee()),
                Dates.moment(
                        task.getClaimTime() == null
                                ? task.getCreateTime().toInstant()
                                : task.getClaimTime().toInstant()));
    }

    private StepNotOpen notOpen(BidId bid, String... taskKeys) {
        return items.lastDone(bid, taskKeys)
                .map(done -> new StepNotOpen(done.person(), Dates.moment(done.at())))
                .orElseGet(StepNotOpen::new);
    }

    private String nameOf(String personId) {
        return people.find(PersonId.of(personId))
                .map(People.Person::displayName)
                .orElse(personId);
    }
}
