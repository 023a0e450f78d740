package org.schoolcollab.board.domain;

import java.util.List;
import java.util.Optional;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.review.DeclaredInterests;
import org.schoolcollab.review.Interest;
import org.schoolcollab.review.InterestsFollowFromData;
import org.schoolcollab.security.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The policy that keeps a person out of a decision (rule 1 of the domain): an interest follows from data as it is now, or was declared,
 * before a ballot or on one, or as an adviser.
 */
@Component
public class MembersWithAnInterestTakeNoPart {

    private final InterestsFollowFromData fromData;
    private final List<DeclaredInterests> declared;

    MembersWithAnInterestTakeNoPart(InterestsFollowFromData fromData, List<DeclaredInterests> declared) {
        this.fromData = fromData;
        this.declared = declared;
    }

    /** Why this person takes no part in the decision on this bid; empty where nothing is known against it. */
    @Transactional(readOnly = true)
    public Optional<Interest> of(PersonId person, BidSummary bid) {
        return fromData.of(person, bid)
                .or(() -> declared.stream().anyMatch(interests -> interests.has(bid.id(), person))
                        ? Optional.of(Interest.DECLARED)
                        : Optional.empty());
    }
}
