package org.schoolcollab.workflow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.DecisionLeaders;
import org.schoolcollab.board.DecisionProcess;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.PortalClock;
import org.springframework.stereotype.Component;

/** Tells a bid's process what happened at the ballot. */
@Component
class DecisionSteps implements DecisionProcess {

    private final OpenSteps steps;
    private final DecisionLeaders leaders;
    private final PortalClock clock;

    DecisionSteps(OpenSteps steps, DecisionLeaders leaders, PortalClock clock) {
        this.steps = steps;
        this.leaders = leaders;
        this.clock = clock;
    }

    @Override
    public void ballotOpened(BidSummary bid, List<PersonId> voters, @Nullable Instant closesAt) {
        List<String> ids = voters.stream().map(PersonId::toString).toList();
        steps.complete(bid.id(), HandedOver.atVote(clock.today(), ids, closesAt), "userTask_OpenBallot");
    }

    @Override
    public void votingEnded(BidSummary bid) {
        steps.send(bid.id(), "votingEnded");
    }

    @Override
    public void leadersChanged(BidSummary bid) {
        steps.handTo(bid.id(), leaders.groups(bid.id()), "userTask_OpenBallot", "userTask_GiveCastingVote");
    }

    @Override
    public void deferred(BidSummary bid) {
        refer(bid, "DEFERRED");
    }

    @Override
    public void passed(BidSummary bid) {
        refer(bid, "PASSED");
    }

    private void refer(BidSummary bid, String decision) {
        steps.complete(
                bid.id(), ProcessVariables.values().with(ProcessVariables.DECISION, decision), "userTask_OpenBallot");
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
