package org.schoolcollab.review;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.review.Recommendation.Verdict;
import org.schoolcollab.review.domain.Review;
import org.schoolcollab.review.domain.Reviews;
import org.schoolcollab.review.domain.SecondViewStore;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** Reads finished reviews: whoever may see the bid may read what its advisers said. */
@UseCase
public class RecommendationQueries {

    private final BidQueries bids;
    private final Reviews reviews;
    private final SecondViewStore views;
    private final People people;

    RecommendationQueries(BidQueries bids, Reviews reviews, SecondViewStore views, People people) {
        this.bids = bids;
        this.reviews = reviews;
        this.views = views;
        this.people = people;
    }

    /** The newest finished review of the bid, whichever way it went. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public Optional<Recommendation> latest(BidId bid) {
        return all(bid).stream().findFirst();
    }

    /** Every finished review, the newest revision first. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public List<Recommendation> all(BidId bid) {
        bids.summary(bid);
        return reviews.of(bid).stream()
                .filter(review -> review.decidedAt() != null)
                .map(this::recommendation)
                .toList();
    }

    private Recommendation recommendation(Review review) {
        return new Recommendation(
                review.bid(),
                review.revision(),
                review.status() == Review.Status.RECOMMENDED ? Verdict.RECOMMENDED : Verdict.RETURNED,
                review.rubric(),
                review.adviser(),
                people.find(review.adviser()).map(People.Person::displayName).orElse(""),
                review.draft(),
                views.given(review.bid(), review.revision()),
                java.util.Objects.requireNonNull(review.decidedAt()));
    }
}
