package org.schoolcollab.workflow.delegate;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.task.service.impl.persistence.entity.TaskEntity;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.inbox.Reminders;
import org.springframework.beans.factory.ObjectProvider;

/** Reminds people of what is soon due: the open tasks of the process whose timer has run, and of no other of the bid's. */
@Delegate
class RemindPeople implements JavaDelegate {

    private final ObjectProvider<Reminders> reminders;

    RemindPeople(ObjectProvider<Reminders> reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var tasks = CommandContextUtil.getTaskService().findTasksByProcessInstanceId(execution.getProcessInstanceId());
        reminders
                .getObject()
                .remind(
                        BidId.of(execution.getProcessInstanceBusinessKey()),
                        tasks.stream().map(TaskEntity::getId).toList());
    }
}
