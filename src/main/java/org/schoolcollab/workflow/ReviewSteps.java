package org.schoolcollab.workflow;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.inbox.BidWork;
import org.schoolcollab.review.ReviewProcess;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Scope;
import org.springframework.stereotype.Component;

/** Tells a bid's process how its review ended and whose it is. */
@Component
class ReviewSteps implements ReviewProcess {

    static final String TASK = "userTask_ReviewPlan";

    /** The queue in which a review stands that no adviser of its district may do. */
    static final String TO_SEE_TO_IT = Scope.all().groupOf(Role.ADMINISTRATOR);

    private final OpenSteps steps;
    private final BidWork work;

    ReviewSteps(OpenSteps steps, BidWork work) {
        this.steps = steps;
        this.work = work;
    }

    @Override
    public void returned(BidSummary bid) {
        decide(bid, "RETURNED");
    }

    @Override
    public void recommended(BidSummary bid) {
        decide(bid, "RECOMMENDED");
    }

    @Override
    public Optional<PersonId> assignedTo(BidId bid) {
        return work.claimantOf(bid, TASK);
    }

    @Override
    public void assign(BidSummary bid, PersonId adviser) {
        steps.assign(bid.id(), adviser, TASK);
    }

    @Override
    public Map<PersonId, Integer> openReviews(Collection<PersonId> advisers) {
        return work.claimed(TASK, advisers);
    }

    private void decide(BidSummary bid, String decision) {
        steps.complete(bid.id(), ProcessVariables.values().with(ProcessVariables.DECISION, decision), TASK);
    }
}
