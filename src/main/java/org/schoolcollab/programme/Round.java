package org.schoolcollab.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.establishment.Phase;
import org.schoolcollab.shared.Money;

/**
 * A funding round as other modules see it. Dates are whole days in Europe/London, both ends included.
 *
 * @param primaryGuide guide amount for each primary-phase member (§11: 7,000)
 * @param secondaryGuide guide amount for each secondary member (§11: 12,000)
 * @param nurseryGuide guide amount for each nursery; of a round before there was one, that for a primary
 * @param specialGuide for each special school
 * @param pruGuide for each pupil referral unit
 * @param matchedFundingPercent share of the request that the schools put in from their own budgets (§44); 0 where none is asked for
 * @param firstInstalmentPercent share of an award released at once; the rest is the second instalment
 * @param laterNeedsMarchReport whether the second instalment waits for an accepted March report (rule 5)
 * @param laterNeedsMatchProof whether it waits for proof of all matched funding that was pledged (rule 5, §44)
 */
public record Round(
        RoundId id,
        String name,
        Status status,
        @Nullable LocalDate bidsOpen,
        @Nullable LocalDate bidsClose,
        Money primaryGuide,
        Money secondaryGuide,
        Money nurseryGuide,
        Money specialGuide,
        Money pruGuide,
        int matchedFundingPercent,
        int firstInstalmentPercent,
        boolean laterNeedsMarchReport,
        boolean laterNeedsMatchProof,
        @Nullable LocalDate marchFrom,
        @Nullable LocalDate marchTo,
        @Nullable LocalDate octoberFrom,
        @Nullable LocalDate octoberTo) {

    /** A round that guides nurseries, special schools and PRUs as primaries and needs no proof of matched funding. */
    public Round(
            RoundId id,
            String name,
            Status status,
            @Nullable LocalDate bidsOpen,
            @Nullable LocalDate bidsClose,
            Money primaryGuide,
            Money secondaryGuide,
            int matchedFundingPercent,
            int firstInstalmentPercent,
            boolean laterNeedsMarchReport,
            @Nullable LocalDate marchFrom,
            @Nullable LocalDate marchTo,
            @Nullable LocalDate octoberFrom,
            @Nullable LocalDate octoberTo) {
        this(
                id,
                name,
                status,
                bidsOpen,
                bidsClose,
                primaryGuide,
                secondaryGuide,
                primaryGuide,
                primaryGuide,
                primaryGuide,
                matchedFundingPercent,
                firstInstalmentPercent,
                laterNeedsMarchReport,
                false,
                marchFrom,
                marchTo,
                octoberFrom,
                octoberTo);
    }

    public enum Status {
        PREPARING,
        OPEN,
        CLOSED
    }

    /** Whether bids may be started and submitted on this day. */
    public boolean takesBidsOn(LocalDate day) {
        return status == Status.OPEN
                && bidsOpen != null
                && bidsClose != null
                && !day.isBefore(bidsOpen)
                && !day.isAfter(bidsClose);
    }

    /** The guide amount for one school of this phase. */
    public Money guideFor(Phase phase) {
        return switch (phase) {
            case NURSERY -> nurseryGuide;
            case PRIMARY -> primaryGuide;
            case SECONDARY -> secondaryGuide;
            case SPECIAL -> specialGuide;
            case PRU -> pruGuide;
        };
    }
}
