package org.schoolcollab.workflow;

import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.ledger.ReleaseProcess;
import org.springframework.stereotype.Component;

/** Tells a bid's process what finance did. Only one instalment of a bid is under release at a time. */
@Component
class ReleaseSteps implements ReleaseProcess {

    private final OpenSteps steps;

    ReleaseSteps(OpenSteps steps) {
        this.steps = steps;
    }

    @Override
    public void requested(BidSummary bid, int instalment) {
        steps.completeOfInstalment(bid.id(), instalment, ProcessVariables.values(), "userTask_RequestRelease");
    }

    @Override
    public void approved(BidSummary bid, int instalment) {
        decide(bid, instalment, "APPROVED");
    }

    @Override
    public void rejected(BidSummary bid, int instalment) {
        decide(bid, instalment, "REJECTED");
    }

    private void decide(BidSummary bid, int instalment, String decision) {
        steps.completeOfInstalment(
                bid.id(),
                instalment,
                ProcessVariables.values().with(ProcessVariables.DECISION, decision),
                "userTask_ApproveRelease");
    }
}
