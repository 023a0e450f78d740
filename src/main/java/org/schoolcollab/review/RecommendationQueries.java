package org.schoolcollab.review;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.review.Recommendation.Verdict;
import org.schoolcollab.review.domain.Review;
import org.schoolcollab.review.domain.Reviews;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** Reads finished reviews: whoever may see the bid may read what its advisers said. */
@UseCase
public class RecommendationQueries {

    private final BidQueries bids;
    private final Reviews reviews;
    private final People people;

    RecommendationQueries(BidQueries bids, Reviews reviews, People people) {
        this.bids = bids;
        this.reviews = reviews;
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
        boolean recommended = review.status() == Review.Status.RECOMMENDED;
        return new Recommendation(
                review.bid(),
                review.revision(),
                recommended ? Verdict.RECOMMENDED : Verdict.RETURNED,
                review.adviser(),
                people.find(review.adviser()).map(People.Person::displayName).orElse(""),
                review.draft().checks(),
                review.draft().comment(),
                recommended ? review.draft().recommended() : null,
                recommended ? review.draft().conditions() : "",
                recommended ? "" : review.draft().returnReasons(),
                java.util.Objects.requireNonNull(review.decidedAt()));
    }
}
