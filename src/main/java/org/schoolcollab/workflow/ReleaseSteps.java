package org.schoolcollab.workflow;

import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.ledger.ReleaseProcess;
import org.springframework.stereotype.Component;

/** Tells a bid's process what finance did. Where a payment failed, a release of its own runs beside the bid's process. */
@Component
class ReleaseSteps implements ReleaseProcess {

    private static final String REQUEST = "userTask_RequestRelease";

    private final OpenSteps steps;

    ReleaseSteps(OpenSteps steps) {
        this.steps = steps;
    }

    @Override
    public void requested(BidSummary bid, int instalment) {
        steps.completeOfInstalment(bid.id(), instalment, ProcessVariables.values(), REQUEST);
    }

    @Override
    public void approved(BidSummary bid, int instalment) {
        decide(bid, instalment, "APPROVED");
    }

    @Override
    public void rejected(BidSummary bid, int instalment) {
        decide(bid, instalment, "REJECTED");
    }

    @Override
    public void cancelled(BidSummary bid, int instalment) {
        if (steps.isOpenOfInstalment(bid.id(), instalment, REQUEST)) {
            steps.end(bid.id(), instalment, REQUEST, "endEvent_InstalmentReleased");
        } else {
            // Its turn has not come: the bid's process then goes on without it.
            steps.setOnBid(bid.id(), ProcessVariables.values().with(ProcessVariables.INSTALMENTS, instalment - 1));
        }
    }

    @Override
    public void reopened(BidSummary bid, int instalment) {
        if (!steps.isOpenOfInstalment(bid.id(), instalment, REQUEST)) {
            steps.start(
                    "budgetRelease", bid.id(), ProcessVariables.values().with(ProcessVariables.INSTALMENT, instalment));
        }
    }

    private void decide(BidSummary bid, int instalment, String decision) {
        steps.completeOfInstalment(
                bid.id(),
                instalment,
                ProcessVariables.values().with(ProcessVariables.DECISION, decision),
                "userTask_ApproveRelease");
    }
}
