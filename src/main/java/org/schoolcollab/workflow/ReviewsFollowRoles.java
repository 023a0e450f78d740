package org.schoolcollab.workflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.inbox.BidWork;
import org.schoolcollab.review.ReviewAssignment;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.RolesChanged;
import org.schoolcollab.security.Scope;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever stops being an adviser of a district, or may not log in any more, leaves reviews behind: each is assigned anew like one that
 * has just come to review, in the transaction of the change.
 */
@Component
class ReviewsFollowRoles {

    private final BidWork work;
    private final BidProgress progress;
    private final ReviewAssignment assignment;
    private final OpenSteps steps;
    private final People people;
    private final AuditTrail audit;

    ReviewsFollowRoles(
            BidWork work,
            BidProgress progress,
            ReviewAssignment assignment,
            OpenSteps steps,
            People people,
            AuditTrail audit) {
        this.work = work;
        this.progress = progress;
        this.assignment = assignment;
        this.steps = steps;
        this.people = people;
        this.audit = audit;
    }

    /** Before the inbox gives what is left back to its groups. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RolesChanged changed) {
        Set<String> lost = changed.lostGroups();
        if (lost.isEmpty()) {
            return;
        }
        // All bids before the first district, as a submission takes them.
        List<BidSummary> left = work.claimedBy(changed.person(), ReviewSteps.TASK).stream()
                .map(progress::lock)
                .filter(bid -> lost.contains(group(bid)))
                .toList();
        left.forEach(bid -> assignAnew(bid, changed.person()));
    }

    private void assignAnew(BidSummary bid, PersonId before) {
        BidId id = bid.id();
        if (!work.claimantOf(id, ReviewSteps.TASK).equals(Optional.of(before))) {
            return;
        }
        audit.record(Act.onBid(id.value(), "task.freed", Roles.ADMINISTRATOR)
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

    private static String group(BidSummary bid) {
        return Scope.district(bid.districtCode()).groupOf(Role.ADVISER);
    }
}
