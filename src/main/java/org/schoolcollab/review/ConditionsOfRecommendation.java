package org.schoolcollab.review;

import java.util.Optional;
import org.schoolcollab.bid.BidId;
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

    private final Reviews reviews;

    ConditionsOfRecommendation(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public Optional<String> conditionsOf(BidId bid) {
        return reviews.of(bid).stream()
                .filter(review -> review.status() == Review.Status.RECOMMENDED)
                .findFirst()
                .map(review -> review.draft().conditions());
    }
}
