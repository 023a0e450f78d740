package org.schoolcollab.workflow.delegate;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.workflow.BidClosure;
import org.springframework.beans.factory.ObjectProvider;

/** Closes a bid whose reports are both accepted. */
@Delegate
class CloseBid implements JavaDelegate {

    private final ObjectProvider<BidClosure> closure;

    CloseBid(ObjectProvider<BidClosure> closure) {
        this.closure = closure;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closure.getObject().close(BidId.of(execution.getProcessInstanceBusinessKey()));
    }
}
