package org.schoolcollab.review;

import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.PartTakers;
import org.schoolcollab.review.domain.Reviews;
import org.schoolcollab.security.PersonId;
import org.springframework.stereotype.Component;

/** Whoever recommended or returned a bid holds no other side of its checks. */
@Component
class Reviewers implements PartTakers {

    private final Reviews reviews;

    Reviewers(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public boolean tookPart(BidId bid, PersonId person) {
        return reviews.wasReviewedBy(bid, person);
    }
}
