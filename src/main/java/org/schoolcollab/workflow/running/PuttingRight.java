package org.schoolcollab.workflow.running;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.identitylink.api.IdentityLinkInfo;
import org.flowable.task.api.Task;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.Stage;
import org.schoolcollab.inbox.BidWork;
import org.schoolcollab.inbox.OpenedTask;
import org.schoolcollab.inbox.WorkItem;
import org.schoolcollab.inbox.WorkItems;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.workflow.Reconciliation;
import org.schoolcollab.workflow.Reconciliation.Difference;
import org.schoolcollab.workflow.Reconciliation.Kind;

/**
 * Puts right what {@link Reconciliation} found: the queues are written anew from the engine, which knows what is open. Where a bid's
 * status and its process disagree, a person decides; see {@link BidTokens}.
 */
@UseCase
public class PuttingRight {

    private final Reconciliation reconciliation;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final BidWork work;
    private final WorkItems items;
    private final BidProgress progress;
    private final AuditTrail audit;
    private final Keepers keepers;

    PuttingRight(
            Reconciliation reconciliation,
            TaskService tasks,
            RuntimeService runtime,
            BidWork work,
            WorkItems items,
            BidProgress progress,
            AuditTrail audit,
            Keepers keepers) {
        this.reconciliation = reconciliation;
        this.tasks = tasks;
        this.runtime = runtime;
        this.work = work;
        this.items = items;
        this.progress = progress;
        this.audit = audit;
        this.keepers = keepers;
    }

    /**
     * Puts one difference right, if it is still there.
     *
     * @param subject the task or group it is about
     * @throws NotFound if there is no such difference, or no longer
     * @throws NotPutRightHere if it is about the status of a bid
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER})
    public void putRight(Kind kind, String subject) {
        String role = keepers.require();
        if (kind == Kind.STATUS_AND_PROCESS) {
            throw new NotPutRightHere();
        }
        bidOf(subject).ifPresent(progress::lock);
        Difference found = reconciliation.differences().stream()
                .filter(difference ->
                        difference.kind() == kind && difference.subject().equals(subject))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (kind == Kind.MISCOUNTED) {
            items.recount(subject);
            audit.record(Act.on("queue", subject, "process.recounted", role));
            return;
        }
        BidId bid = bidOf(subject).orElseThrow(NotFound::new);
        Task task =
                tasks.createTaskQuery().taskId(subject).includeIdentityLinks().singleResult();
        if (task == null) {
            items.gone(subject);
        } else {
            items.writtenAnew(opened(bid, task));
        }
        audit.record(Act.onBid(bid.value(), "process.queuePutRight", role)
                .with("difference", kind)
                .with("task", task == null ? found.shown() : task.getTaskDefinitionKey())
                .changed("queue", found.shown(), found.engine()));
    }

    private Optional<BidId> bidOf(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task != null) {
            return Optional.ofNullable(runtime.createProcessInstanceQuery()
                            .processInstanceId(task.getProcessInstanceId())
                            .singleResult())
                    .map(process -> BidId.of(process.getBusinessKey()));
        }
        return work.open().stream()
                .filter(item -> item.taskId().equals(taskId))
                .map(WorkItem::bid)
                .findFirst();
    }

    private static OpenedTask opened(BidId bid, Task task) {
        List<String> groups = task.getIdentityLinks().stream()
                .map(IdentityLinkInfo::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        return new OpenedTask(
                task.getId(),
                bid,
                task.getTaskDefinitionKey(),
                Stage.valueOf(task.getCategory()),
                task.getFormKey(),
                groups,
                task.getAssignee() == null ? null : PersonId.of(task.getAssignee()),
                task.getCreateTime().toInstant(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }
}
