package org.schoolcollab.workflow.delegate;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.inbox.Reminders;
import org.springframework.beans.factory.ObjectProvider;

/** Escalates what is overdue. */
@Delegate
class EscalateTask implements JavaDelegate {

    private final ObjectProvider<Reminders> reminders;

    EscalateTask(ObjectProvider<Reminders> reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.getObject().escalate(BidId.of(execution.getProcessInstanceBusinessKey()));
    }
}
