package org.schoolcollab.workflow.delegate;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.inbox.WorkItems;
import org.springframework.beans.factory.ObjectProvider;

/** Escalates what is overdue. */
@Delegate
class EscalateTask implements JavaDelegate {

    private final ObjectProvider<WorkItems> items;

    EscalateTask(ObjectProvider<WorkItems> items) {
        this.items = items;
    }

    @Override
    public void execute(DelegateExecution execution) {
        items.getObject().escalate(BidId.of(execution.getProcessInstanceBusinessKey()));
    }
}
