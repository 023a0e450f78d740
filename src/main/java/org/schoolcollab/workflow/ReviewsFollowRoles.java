package org.schoolcollab.workflow;

import java.util.List;
import java.util.Set;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.inbox.BidWork;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.RolesChanged;
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
    private final ReviewsAssignedAnew anew;

    ReviewsFollowRoles(BidWork work, BidProgress progress, ReviewsAssignedAnew anew) {
        this.work = work;
        this.progress = progress;
        this.anew = anew;
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
                .filter(bid -> lost.contains(ReviewsAssignedAnew.group(bid)))
                .toList();
        left.forEach(bid -> anew.assignAnew(bid, changed.person(), Roles.ADMINISTRATOR));
    }
}
