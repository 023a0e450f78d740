package org.schoolcollab.workflow.move;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;

/**
 * What a dry run says of one bid, or what became of it in a move.
 *
 * @param instance the engine's id of the process
 * @param steps names of the steps where it stands
 * @param reasonKey key of the sentence that says why it stays, null where it goes
 * @param reason what fills the sentence's placeholder
 */
public record Trial(
        String instance,
        BidId bid,
        String collaborationName,
        Result result,
        List<String> steps,
        @Nullable String reasonKey,
        @Nullable String reason) {

    public enum Result {
        /** In a dry run: it would be moved. */
        CAN_MOVE,
        /** It stands at a step for which a step of the new version has to be chosen. */
        NEEDS_MAPPING,
        /** It stays, for the reason given. */
        CANNOT,
        /** In a move: its turn has not come. */
        WAITING,
        /** In a move: it is on the new version. */
        MOVED
    }
}
