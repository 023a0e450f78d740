package org.schoolcollab.workflow;

import java.util.List;
import java.util.Optional;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.inbox.BidWork;
import org.schoolcollab.review.ReviewAssignment;
import org.schoolcollab.review.ReviewHandOver;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A review that its adviser may not do any more goes on with another; where none is left, the administrators see it. */
@Component
class ReviewsAssignedAnew implements ReviewHandOver {

    private final BidWork work;
    private final ReviewAssignment assignment;
    private final OpenSteps steps;
    private final People people;
    private final AuditTrail audit;

    ReviewsAssignedAnew(BidWork work, ReviewAssignment assignment, OpenSteps steps, People people, AuditTrail audit) {
        this.work = work;
        this.assignment = assignment;
        this.steps = steps;
        this.people = people;
        this.audit = audit;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void assignAnew(BidSummary bid, PersonId before, String role) {
        BidId id = bid.id();
        if (!work.claimantOf(id, ReviewSteps.TASK).equals(Optional.of(before))) {
            return;
        }
        audit.record(Act.onBid(id.value(), "task.freed", role)
                .with("task", ReviewSteps.TASK)
                .with(
                        "person",
                        people.find(before).map(People.Person::displayName).orElse(null)));
        assignment
                .choose(id)
                .ifPresentOrElse(
                        adviser -> steps.handOver(id, adviser, ReviewSteps.TASK),
                        () -> steps.handTo(id, List.of(group(bid), ReviewSteps.TO_SEE_TO_IT), ReviewSteps.TASK));
    }

    static String group(BidSummary bid) {
        return Scope.district(bid.districtCode()).groupOf(Role.ADVISER);
    }
}
