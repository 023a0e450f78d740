package org.schoolcollab.workflow.delegate;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.FundsCommitment;
import org.springframework.beans.factory.ObjectProvider;

/** Gives what a withdrawn bid had committed back to its envelope. */
@Delegate
class ReturnFunds implements JavaDelegate {

    private final ObjectProvider<FundsCommitment> funds;

    ReturnFunds(ObjectProvider<FundsCommitment> funds) {
        this.funds = funds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        funds.getObject().returnFunds(BidId.of(execution.getProcessInstanceBusinessKey()));
    }
}
