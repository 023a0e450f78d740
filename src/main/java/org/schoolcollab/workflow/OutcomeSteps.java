package org.schoolcollab.workflow;

import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.outcome.OutcomeProcess;
import org.springframework.stereotype.Component;

/** Tells a bid's process what happened to its March or October report. */
@Component
class OutcomeSteps implements OutcomeProcess {

    private final OpenSteps steps;

    OutcomeSteps(OpenSteps steps) {
        this.steps = steps;
    }

    @Override
    public void submitted(BidSummary bid, Kind kind) {
        steps.complete(
                bid.id(),
                ProcessVariables.values(),
                kind == Kind.MARCH ? "userTask_WriteMarchReport" : "userTask_WriteOctoberReport");
    }

    @Override
    public void accepted(BidSummary bid, Kind kind) {
        decide(bid, kind, "ACCEPTED");
    }

    @Override
    public void returned(BidSummary bid, Kind kind) {
        decide(bid, kind, "RETURNED");
    }

    private void decide(BidSummary bid, Kind kind, String decision) {
        steps.complete(
                bid.id(),
                ProcessVariables.values().with(ProcessVariables.DECISION, decision),
                kind == Kind.MARCH ? "userTask_AcceptMarchReport" : "userTask_AcceptOctoberReport");
    }
}
