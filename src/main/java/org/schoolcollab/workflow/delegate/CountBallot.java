package org.schoolcollab.workflow.delegate;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.board.BallotCount;
import org.schoolcollab.workflow.ProcessVariables;
import org.springframework.beans.factory.ObjectProvider;

/** Counts a settled ballot and keeps how it ended. */
@Delegate
class CountBallot implements JavaDelegate {

    private final ObjectProvider<BallotCount> ballots;

    CountBallot(ObjectProvider<BallotCount> ballots) {
        this.ballots = ballots;
    }

    @Override
    public void execute(DelegateExecution execution) {
        BidId bid = BidId.of(execution.getProcessInstanceBusinessKey());
        ProcessVariables.DECISION.set(execution, ballots.getObject().count(bid).name());
    }
}
