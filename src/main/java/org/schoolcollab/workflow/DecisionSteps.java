package org.schoolcollab.workflow;

import java.util.ArrayList;
import java.util.List;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.DecisionProcess;
import org.schoolcollab.security.PersonId;
import org.springframework.stereotype.Component;

/** Tells a bid's process what happened at the ballot. */
@Component
class DecisionSteps implements DecisionProcess {

    private final OpenSteps steps;

    DecisionSteps(OpenSteps steps) {
        this.steps = steps;
    }

    @Override
    public void ballotOpened(BidSummary bid, List<PersonId> voters) {
        List<String> ids =
                new ArrayList<>(voters.stream().map(PersonId::toString).toList());
        steps.complete(bid.id(), ProcessVariables.values().with(ProcessVariables.VOTERS, ids), "userTask_OpenBallot");
    }

    @Override
    public void voteCast(BidSummary bid, PersonId voter) {
        steps.completeFor(bid.id(), voter, "userTask_CastVote");
    }

    @Override
    public void castingVoteGiven(BidSummary bid) {
        steps.complete(bid.id(), ProcessVariables.values(), "userTask_GiveCastingVote");
    }
}
