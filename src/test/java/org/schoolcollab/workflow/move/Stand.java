package org.schoolcollab.workflow.move;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.identitylink.api.IdentityLinkInfo;
import org.flowable.task.api.Task;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;

/**
 * Where one process of a bid stands, as the engine has it.
 *
 * @param version number of its version
 * @param tasks open ones, by key and person
 * @param timers when each comes, in order
 * @param messages that are waited for, with the step each ends
 */
record Stand(int version, List<Open> tasks, List<Instant> timers, List<String> messages) {

    /** An open task; who has it stands in {@code person}, empty for nobody. */
    record Open(
            String id,
            String key,
            String name,
            String form,
            String stage,
            String person,
            Set<String> groups,
            Instant created,
            @Nullable Instant due) {}

    static Stand of(BidId bid, String key, RuntimeService runtime, TaskService tasks, ManagementService management) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(bid.toString())
                .processDefinitionKey(key)
                .singleResult();
        String id = instance.getId();
        return new Stand(
                instance.getProcessDefinitionVersion(),
                tasks.createTaskQuery().processInstanceId(id).includeIdentityLinks().list().stream()
                        .map(Stand::open)
                        .sorted(java.util.Comparator.comparing(Open::key).thenComparing(Open::person))
                        .toList(),
                management.createTimerJobQuery().processInstanceId(id).list().stream()
                        .map(job -> job.getDuedate().toInstant())
                        .sorted()
                        .toList(),
                runtime.createEventSubscriptionQuery().processInstanceId(id).list().stream()
                        .map(message -> message.getActivityId() + " " + message.getEventName())
                        .sorted()
                        .toList());
    }

    private static Open open(Task task) {
        Set<String> groups = new TreeSet<>();
        task.getIdentityLinks().stream()
                .map(IdentityLinkInfo::getGroupId)
                .filter(java.util.Objects::nonNull)
                .forEach(groups::add);
        return new Open(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getFormKey(),
                task.getCategory(),
                task.getAssignee() == null ? "" : task.getAssignee(),
                groups,
                task.getCreateTime().toInstant(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }
}
