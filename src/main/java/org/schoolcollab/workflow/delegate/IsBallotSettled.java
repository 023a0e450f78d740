package org.schoolcollab.workflow.delegate;

import org.flowable.engine.delegate.DelegateExecution;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.board.BallotCount;
import org.springframework.beans.factory.ObjectProvider;

/** Asked after each vote: whether no further vote is needed. */
@Delegate
public class IsBallotSettled {

    private final ObjectProvider<BallotCount> ballots;

    IsBallotSettled(ObjectProvider<BallotCount> ballots) {
        this.ballots = ballots;
    }

    public boolean check(DelegateExecution execution) {
        return ballots.getObject().isSettled(BidId.of(execution.getProcessInstanceBusinessKey()));
    }
}
