package org.schoolcollab.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.ledger.AcceptedShares.Part;
import org.schoolcollab.ledger.domain.SharesMustAddUp;
import org.schoolcollab.shared.Money;

/**
 * An award as its lead reads it before accepting.
 *
 * @param conditions of the board, empty where there are none
 * @param schools the members of today, lead school first
 * @param matchedAsked what the schools have to pledge together from their own budgets (§44); nothing where the round asks for none
 * @param accepted null until it is accepted
 */
public record AwardOffer(
        BidSummary bid,
        AwardView award,
        String conditions,
        List<School> schools,
        Money matchedAsked,
        @Nullable Accepted accepted) {

    /** A member school that may have a share. */
    public record School(EstablishmentId id, String name, boolean lead) {}

    /**
     * That the award was accepted.
     *
     * @param by empty where it was agreed before leads were asked
     */
    public record Accepted(String by, Instant at, String conditions) {}

    /**
     * Whether the award may be accepted like this.
     *
     * @throws org.schoolcollab.shared.ValidationFailed naming every gap: fields {@code shares} and {@code pledges}, or
     *     {@code share.<id>} and {@code pledge.<id>} of one school
     */
    public void check(AcceptedShares answer) {
        SharesMustAddUp.check(this, answer);
    }

    /** What there is to accept and to share out: what the board agreed, less what finance reduced it by meanwhile. */
    public Money amount() {
        return award.outstanding();
    }

    /** All of the award for the lead school, and all that is asked for pledged by it. */
    public AcceptedShares allToLeadSchool() {
        if (schools.isEmpty()) {
            return new AcceptedShares(List.of(), List.of());
        }
        EstablishmentId lead = schools.getFirst().id();
        return new AcceptedShares(
                List.of(new Part(lead, amount())),
                matchedAsked.isZero() ? List.of() : List.of(new Part(lead, matchedAtFirst())));
    }

    /** What stands in the pledges at first: what the plan promised, if that is enough. */
    public Money matchedAtFirst() {
        return matchedAsked.isMoreThan(bid.matched()) ? matchedAsked : bid.matched();
    }
}
