package org.schoolcollab.workflow;

import java.util.Optional;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.inbox.TaskFitness;
import org.schoolcollab.inbox.WorkItem;
import org.schoolcollab.review.ReviewerRules;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.springframework.stereotype.Component;

/** A review is taken by, and handed to, nobody who may not review the bid. */
@Component
class ReviewFitness implements TaskFitness {

    private final ReviewerRules rules;
    private final BidRegister bids;

    ReviewFitness(ReviewerRules rules, BidRegister bids) {
        this.rules = rules;
        this.bids = bids;
    }

    @Override
    public Optional<BusinessRuleViolation> keptFrom(WorkItem task, PersonId person) {
        return task.taskKey().equals(ReviewSteps.TASK)
                ? rules.keptFrom(person, bids.get(task.bid()))
                : Optional.empty();
    }
}
