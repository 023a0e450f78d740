package org.schoolcollab.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.shared.Money;

/**
 * A reversal or clawback that one person in finance asked for and another decides.
 *
 * @param reference of the payment that is to be reversed, null for a clawback
 * @param decidedBy null while it is open
 */
public record CorrectionView(
        UUID id,
        Kind kind,
        BidId bid,
        String collaboration,
        String school,
        @Nullable String reference,
        Money amount,
        String reason,
        Status status,
        String requestedBy,
        Instant requestedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note) {

    /** What is to be put right. */
    public enum Kind {
        /** A payment failed: its money is committed again and the instalment can be paid again. */
        REVERSAL,
        /** Unspent money comes back from a school to the envelope. */
        CLAWBACK
    }

    /** Where the request stands. */
    public enum Status {
        OPEN,
        APPROVED,
        REJECTED
    }
}
