package org.schoolcollab.ledger.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.shared.Money;

/**
 * A payment of which the portal and the council's ledger do not say the same.
 *
 * @param reported what the council's ledger says was paid, null where it says nothing
 * @param reportedOn the day it names, null where it says nothing
 */
public record Difference(
        Kind kind,
        UUID release,
        String reference,
        BidId bid,
        String collaboration,
        String payee,
        Money amount,
        Instant exportedAt,
        @Nullable Money reported,
        @Nullable LocalDate reportedOn) {

    /** What differs. */
    public enum Kind {
        /** Exported some days ago, and nothing is reported. */
        NOT_PAID,
        /** Paid with another amount. */
        OTHER_AMOUNT,
        /** Failed, and not reversed yet. */
        FAILED,
        /** Reversed here as failed, and reported paid. */
        PAID_AFTER_REVERSAL
    }
}
