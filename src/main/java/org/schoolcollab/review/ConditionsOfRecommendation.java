package org.schoolcollab.review;

import java.util.Optional;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.ConditionsOfAward;
import org.schoolcollab.review.domain.Review;
import org.schoolcollab.review.domain.Reviews;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the adviser recommended as conditions stands as long as no board has decided. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ConditionsOfRecommendation implements ConditionsOfAward {

    private final BidRegister bids;
    private final Reviews reviews;

    ConditionsOfRecommendation(BidRegister bids, Reviews reviews) {
        this.bids = bids;
        this.reviews = reviews;
    }

    @Override
    public Optional<String> conditionsOf(BidId bid) {
        // Of an earlier revision it stands no more: the plan came back since.
        return bids.find(bid)
                .flatMap(now -> reviews.find(bid, now.revision()))
                .filter(review -> review.status() == Review.Status.RECOMMENDED)
                .map(review -> review.draft().conditions());
    }
}
