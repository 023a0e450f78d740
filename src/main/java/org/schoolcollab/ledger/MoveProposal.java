package org.schoolcollab.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.shared.Money;

/**
 * Money that one board would move to another area's envelope.
 *
 * @param proposedBy chair of the area {@code proposedArea}; the chair of the other one decides
 * @param decidedBy null while it is open
 */
public record MoveProposal(
        UUID id,
        RoundId round,
        String fromArea,
        String toArea,
        Money amount,
        String reason,
        Status status,
        String proposedBy,
        String proposedArea,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note) {

    /** Where the proposal stands. */
    public enum Status {
        PROPOSED,
        /** Both boards agreed and the money is moved. */
        DONE,
        DECLINED
    }

    /** The area whose chair decides. */
    public String decidingArea() {
        return proposedArea.equals(fromArea) ? toArea : fromArea;
    }
}
