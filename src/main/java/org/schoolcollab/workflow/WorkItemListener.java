package org.schoolcollab.workflow;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.flowable.bpmn.model.BaseElement;
import org.flowable.bpmn.model.FlowableListener;
import org.flowable.bpmn.model.ImplementationType;
import org.flowable.bpmn.model.UserTask;
import org.flowable.engine.delegate.TaskListener;
import org.flowable.engine.impl.bpmn.parser.BpmnParse;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.engine.parse.BpmnParseHandler;
import org.flowable.identitylink.api.IdentityLinkInfo;
import org.flowable.task.service.delegate.BaseTaskListener;
import org.flowable.task.service.delegate.DelegateTask;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.Stage;
import org.schoolcollab.inbox.OpenedTask;
import org.schoolcollab.inbox.WorkItems;
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
    private final transient CurrentUser currentUser;

    WorkItemListener(ObjectProvider<WorkItems> items, CurrentUser currentUser) {
        this.items = items;
        this.currentUser = currentUser;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (task.getEventName()) {
            case BaseTaskListener.EVENTNAME_CREATE -> items.getObject().opened(opened(task));
            case BaseTaskListener.EVENTNAME_ASSIGNMENT -> handedOut(task);
            case BaseTaskListener.EVENTNAME_COMPLETE ->
                items.getObject().done(task.getId(), currentUser.find().orElse(null));
            case BaseTaskListener.EVENTNAME_DELETE -> items.getObject().gone(task.getId());
            default -> throw new IllegalStateException(task.getEventName());
        }
    }

    private void handedOut(DelegateTask task) {
        if (task.getAssignee() == null) {
            items.getObject().released(task.getId());
        } else {
            items.getObject().claimed(task.getId(), PersonId.of(task.getAssignee()));
        }
    }

    private static OpenedTask opened(DelegateTask task) {
        String bid = CommandContextUtil.getExecutionEntityManager()
                .findById(task.getProcessInstanceId())
                .getBusinessKey();
        Date due = task.getDueDate();
        List<String> groups = task.getCandidates().stream()
                .map(IdentityLinkInfo::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        return new OpenedTask(
                task.getId(),
                BidId.of(bid),
                task.getTaskDefinitionKey(),
                Stage.valueOf(task.getCategory()),
                task.getFormKey(),
                groups,
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
