package org.schoolcollab.workflow.delegate;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.inbox.WorkItems;
import org.springframework.beans.factory.ObjectProvider;

/** Reminds people of what is soon due. */
@Delegate
class RemindPeople implements JavaDelegate {

    private final ObjectProvider<WorkItems> items;

    RemindPeople(ObjectProvider<WorkItems> items) {
        this.items = items;
    }

    @Override
    public void execute(DelegateExecution execution) {
        items.getObject().remind(BidId.of(execution.getProcessInstanceBusinessKey()));
    }
}
