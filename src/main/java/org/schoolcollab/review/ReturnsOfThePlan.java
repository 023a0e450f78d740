package org.schoolcollab.review;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.PlanNotice;
import org.schoolcollab.review.domain.Review;
import org.schoolcollab.review.domain.Reviews;
import org.schoolcollab.security.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the lead why the plan came back, beside the plan. */
@Component
class ReturnsOfThePlan implements PlanNotice {

    private final Reviews reviews;
    private final People people;

    ReturnsOfThePlan(Reviews reviews, People people) {
        this.reviews = reviews;
        this.people = people;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Returned> of(BidId bid) {
        return reviews.of(bid).stream()
                .filter(review -> review.status() == Review.Status.RETURNED)
                .map(review -> new Returned(
                        people.find(review.adviser())
                                .map(People.Person::displayName)
                                .orElse(""),
                        Objects.requireNonNull(review.decidedAt()),
                        review.draft().points().stream().map(PlanPoint::words).collect(Collectors.joining("\n"))))
                .toList();
    }
}
