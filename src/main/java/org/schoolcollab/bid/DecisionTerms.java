package org.schoolcollab.bid;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** On what terms a board agreed a bid. Implemented by the board module, asked by those who pay and by the lead who accepts. */
public interface DecisionTerms {

    /**
     * The terms of an award.
     *
     * @param conditions in the board's words, empty where there are none
     * @param firstInstalmentPercent share of the award in the first instalment, 1 to 100; null for the round's default
     */
    record Terms(String conditions, @Nullable Integer firstInstalmentPercent) {}

    /** The terms of the decision on this bid; empty where it is not approved. */
    Optional<Terms> of(BidId bid);
}
