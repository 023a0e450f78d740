package org.schoolcollab.workflow;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.flowable.bpmn.model.BaseElement;
import org.flowable.bpmn.model.FlowableListener;
import org.flowable.bpmn.model.ImplementationType;
import org.flowable.bpmn.model.UserTask;
import org.flowable.engine.delegate.TaskListener;
import org.flowable.engine.impl.bpmn.parser.BpmnParse;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.engine.impl.util.TaskHelper;
import org.flowable.engine.parse.BpmnParseHandler;
import org.flowable.identitylink.api.IdentityLinkInfo;
import org.flowable.task.service.delegate.BaseTaskListener;
import org.flowable.task.service.delegate.DelegateTask;
import org.flowable.task.service.impl.persistence.entity.TaskEntity;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.Stage;
import org.schoolcollab.inbox.OpenedTask;
import org.schoolcollab.inbox.WorkItems;
import org.schoolcollab.review.ReviewAssignment;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Keeps the inbox in step with the engine: listens to every user task of every process, without the process definitions saying so,
 * and writes in the engine's transaction.
 */
@Component
class WorkItemListener implements TaskListener {

    private final transient ObjectProvider<WorkItems> items;
    private final transient ObjectProvider<ReviewAssignment> reviewers;
    private final transient CurrentUser currentUser;

    WorkItemListener(
            ObjectProvider<WorkItems> items, ObjectProvider<ReviewAssignment> reviewers, CurrentUser currentUser) {
        this.items = items;
        this.reviewers = reviewers;
        this.currentUser = currentUser;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (task.getEventName()) {
            case BaseTaskListener.EVENTNAME_CREATE -> created(task);
            case BaseTaskListener.EVENTNAME_ASSIGNMENT -> handedOut(task);
            case BaseTaskListener.EVENTNAME_COMPLETE ->
                items.getObject().done(task.getId(), currentUser.find().orElse(null));
            case BaseTaskListener.EVENTNAME_DELETE -> items.getObject().gone(task.getId());
            default -> throw new IllegalStateException(task.getEventName());
        }
    }

    private void created(DelegateTask task) {
        if (!task.getTaskDefinitionKey().equals(ReviewSteps.TASK)) {
            items.getObject().opened(opened(task));
            return;
        }
        Optional<PersonId> adviser = reviewers.getObject().choose(bidOf(task));
        if (adviser.isEmpty()) {
            // Nobody of the district may: an administrator sees it, and hands it on once somebody may.
            task.addCandidateGroup(ReviewSteps.TO_SEE_TO_IT);
        }
        items.getObject().opened(opened(task));
        adviser.ifPresent(person -> TaskHelper.changeTaskAssignee((TaskEntity) task, person.toString()));
    }

    private void handedOut(DelegateTask task) {
        if (task.getAssignee() == null) {
            items.getObject().released(task.getId());
            return;
        }
        List<String> groups = groups(task);
        if (task.getTaskDefinitionKey().equals(ReviewSteps.TASK) && groups.contains(ReviewSteps.TO_SEE_TO_IT)) {
            task.deleteCandidateGroup(ReviewSteps.TO_SEE_TO_IT);
            items.getObject()
                    .handedTo(
                            task.getId(),
                            groups.stream()
                                    .filter(group -> !group.equals(ReviewSteps.TO_SEE_TO_IT))
                                    .toList());
        }
        items.getObject().claimed(task.getId(), PersonId.of(task.getAssignee()));
    }

    private static List<String> groups(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLinkInfo::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }

    private static BidId bidOf(DelegateTask task) {
        return BidId.of(CommandContextUtil.getExecutionEntityManager()
                .findById(task.getProcessInstanceId())
                .getBusinessKey());
    }

    private static OpenedTask opened(DelegateTask task) {
        Date due = task.getDueDate();
        return new OpenedTask(
                task.getId(),
                bidOf(task),
                task.getTaskDefinitionKey(),
                Stage.valueOf(task.getCategory()),
                task.getFormKey(),
                groups(task),
                task.getAssignee() == null ? null : PersonId.of(task.getAssignee()),
                task.getCreateTime().toInstant(),
                due == null ? null : due.toInstant());
    }

    /** Adds the listener to each user task as the engine reads its process. */
    BpmnParseHandler onEveryUserTask() {
        return new BpmnParseHandler() {
            @Override
            public Set<Class<? extends BaseElement>> getHandledTypes() {
                return Set.of(UserTask.class);
            }

            @Override
            public void parse(BpmnParse parse, BaseElement element) {
                FlowableListener listener = new FlowableListener();
                listener.setEvent(BaseTaskListener.EVENTNAME_ALL_EVENTS);
                listener.setImplementationType(ImplementationType.IMPLEMENTATION_TYPE_INSTANCE);
                listener.setInstance(WorkItemListener.this);
                ((UserTask) element).getTaskListeners().add(listener);
            }
        };
    }
}
