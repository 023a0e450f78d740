package org.schoolcollab.board;

import org.jspecify.annotations.Nullable;
import org.schoolcollab.shared.Money;

/**
 * What is put to the vote, as typed.
 *
 * @param amount in pence, at most what was requested; null where the field was left empty
 * @param conditions of the award, in the board's words; empty for none
 * @param firstPercent share of the award in the first instalment, 1 to 100; null for the round's default
 */
public record BallotProposal(
        @Nullable Money amount, String conditions, @Nullable Integer firstPercent) {

    /** The most characters conditions may have. */
    public static final int CONDITIONS_LIMIT = 2000;
}
