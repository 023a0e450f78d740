package org.schoolcollab.bid;

import java.util.Optional;

/** How a board wants an award to be paid, where it said so. Implemented by the board module. */
public interface InstalmentsOfAward {

    /** Share of the award in the first instalment, 1 to 100; empty where the round's default holds. */
    Optional<Integer> firstPercentOf(BidId bid);
}
