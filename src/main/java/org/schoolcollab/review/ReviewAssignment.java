package org.schoolcollab.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.review.domain.Absences;
import org.schoolcollab.review.domain.Review;
import org.schoolcollab.review.domain.ReviewerChoice;
import org.schoolcollab.review.domain.ReviewerChoice.Adviser;
import org.schoolcollab.review.domain.Reviews;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.ProcessStep;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says who reviews a bid that has just come to review: by district and workload. */
@ProcessStep
public class ReviewAssignment {

    private final BidRegister bids;
    private final People people;
    private final ReviewerRules rules;
    private final ReviewProcess process;
    private final Absences absences;
    private final Reviews reviews;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final PortalClock clock;

    ReviewAssignment(
            BidRegister bids,
            People people,
            ReviewerRules rules,
            ReviewProcess process,
            Absences absences,
            Reviews reviews,
            AuditTrail audit,
            JdbcClient jdbc,
            PortalClock clock) {
        this.bids = bids;
        this.people = people;
        this.rules = rules;
        this.process = process;
        this.absences = absences;
        this.reviews = reviews;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The adviser who reviews the bid, with a record of it; empty where none of the district may, which is recorded too. */
    public Optional<PersonId> choose(BidId id) {
        BidSummary bid = bids.get(id);
        // One after the other, so that two bids submitted at once do not both count the same open reviews.
        jdbc.sql("select code from establishment_district where code = ? for update")
                .param(bid.districtCode())
                .query(String.class)
                .single();
        List<Adviser> district = advisers(bid);
        Optional<PersonId> before = reviews.of(id).stream().findFirst().map(Review::adviser);
        Optional<Adviser> chosen = ReviewerChoice.of(district, before);
        audit.record(chosen.map(adviser -> Act.onBid(id.value(), "review.assigned", "")
                        .with("adviser", adviser.name())
                        .with("openBefore", adviser.open()))
                .orElseGet(() -> Act.onBid(id.value(), "review.nobodyLeft", "").with("district", bid.districtName())));
        return chosen.map(Adviser::id);
    }

    private List<Adviser> advisers(BidSummary bid) {
        List<People.Person> holders = people.holders(Role.ADVISER, Scope.district(bid.districtCode()));
        Map<PersonId, Integer> open =
                process.openReviews(holders.stream().map(People.Person::id).toList());
        return holders.stream()
                .map(person -> new Adviser(
                        person.id(),
                        person.displayName(),
                        open.getOrDefault(person.id(), 0),
                        rules.keptFrom(person.id(), bid).isEmpty(),
                        absences.deputyOf(person.id(), clock.today()).orElse(null)))
                .toList();
    }
}
