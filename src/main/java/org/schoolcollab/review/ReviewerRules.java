package org.schoolcollab.review;

import java.util.List;
import java.util.Optional;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.PartTakers;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may review a bid: an adviser of its district without an interest in it, found or declared, who took no part in another of its
 * checks.
 */
@Component
public class ReviewerRules {

    private final People people;
    private final InterestsFollowFromData interests;
    private final List<DeclaredInterests> declared;
    private final List<PartTakers> otherChecks;

    ReviewerRules(
            People people,
            InterestsFollowFromData interests,
            List<DeclaredInterests> declared,
            List<PartTakers> checks) {
        this.people = people;
        this.interests = interests;
        this.declared = declared;
        this.otherChecks =
                checks.stream().filter(check -> !(check instanceof Reviewers)).toList();
    }

    /** What keeps this person from reviewing the bid, as a refusal; empty where nothing does. */
    @Transactional(readOnly = true)
    public Optional<BusinessRuleViolation> keptFrom(PersonId person, BidSummary bid) {
        RoleGrant adviser = new RoleGrant(Role.ADVISER, Scope.district(bid.districtCode()));
        if (!people.grantsOf(person).contains(adviser)) {
            return Optional.of(new NoAdviserOfTheDistrict(bid.districtName()));
        }
        Optional<Interest> interest = interests.of(person, bid).filter(InterestRules::keepsFromReviewing);
        if (interest.isPresent()) {
            return interest.map(AdviserHasAnInterest::new);
        }
        if (declared.stream().anyMatch(others -> others.has(bid.id(), person))) {
            return Optional.of(new AdviserHasAnInterest(Interest.DECLARED));
        }
        // A bid that was deferred comes here again: whoever voted on it judges it from the other side.
        return otherChecks.stream().anyMatch(check -> check.tookPart(bid.id(), person))
                ? Optional.of(AdviserHasAnInterest.tookPart())
                : Optional.empty();
    }
}
