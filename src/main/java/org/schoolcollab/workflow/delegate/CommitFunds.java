package org.schoolcollab.workflow.delegate;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.FundsCommitment;
import org.schoolcollab.workflow.ProcessVariables;
import org.springframework.beans.factory.ObjectProvider;

/** Commits the agreed amount from the envelope and keeps how many instalments there are. */
@Delegate
class CommitFunds implements JavaDelegate {

    private final ObjectProvider<FundsCommitment> funds;

    CommitFunds(ObjectProvider<FundsCommitment> funds) {
        this.funds = funds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        BidId bid = BidId.of(execution.getProcessInstanceBusinessKey());
        funds.getObject().commitFunds(bid);
        ProcessVariables.INSTALMENTS.set(execution, funds.getObject().instalments(bid));
    }
}
