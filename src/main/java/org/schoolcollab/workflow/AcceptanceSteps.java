package org.schoolcollab.workflow;

import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.ledger.AcceptanceProcess;
import org.springframework.stereotype.Component;

/** Tells a bid's process that its lead accepted the award. */
@Component
class AcceptanceSteps implements AcceptanceProcess {

    private final OpenSteps steps;

    AcceptanceSteps(OpenSteps steps) {
        this.steps = steps;
    }

    @Override
    public void accepted(BidSummary bid) {
        steps.complete(bid.id(), ProcessVariables.values(), "userTask_AcceptAward");
    }
}
