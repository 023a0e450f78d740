package org.schoolcollab.workflow;

import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.review.ReviewProcess;
import org.springframework.stereotype.Component;

/** Tells a bid's process how its review ended. */
@Component
class ReviewSteps implements ReviewProcess {

    private final OpenSteps steps;

    ReviewSteps(OpenSteps steps) {
        this.steps = steps;
    }

    @Override
    public void returned(BidSummary bid) {
        decide(bid, "RETURNED");
    }

    @Override
    public void recommended(BidSummary bid) {
        decide(bid, "RECOMMENDED");
    }

    private void decide(BidSummary bid, String decision) {
        steps.complete(
                bid.id(), ProcessVariables.values().with(ProcessVariables.DECISION, decision), "userTask_ReviewPlan");
    }
}
