package org.schoolcollab.ledger.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.InstalmentStatus;
import org.schoolcollab.shared.Money;

/**
 * An instalment that is still to be paid.
 *
 * @param open what of it is still to be paid
 * @param blocks why it cannot be requested now; empty where it can
 * @param holdReason why it is on hold, null where it is not
 * @param sentBack why the last request was sent back, null where it was not
 */
public record DueInstalment(
        BidId bid,
        int instalment,
        String collaboration,
        String area,
        String round,
        Money open,
        InstalmentStatus status,
        List<Block> blocks,
        @Nullable String holdReason,
        @Nullable String requestedBy,
        @Nullable Instant requestedAt,
        @Nullable String sentBack) {

    /** What stands in the way of a release. */
    public enum Block {
        /** The lead has not accepted the award. */
        NOT_ACCEPTED,
        /** The instalment before it is not released. */
        FIRST_NOT_RELEASED,
        /** The March report is not accepted. */
        MARCH_REPORT,
        /** Finance has not seen proof of matched funding. */
        MATCHED_FUNDING,
        /** Finance holds it, with a reason. */
        ON_HOLD
    }

    /** Whether an officer may request it now. */
    public boolean isDue() {
        return status == InstalmentStatus.READY && blocks.isEmpty();
    }

    /** Whether it is requested and waits for another person. */
    public boolean isRequested() {
        return status == InstalmentStatus.REQUESTED;
    }

    /** Names it in a batch. */
    public InstalmentRef ref() {
        return new InstalmentRef(bid, instalment);
    }
}
