package org.schoolcollab.ledger;

/** Where an award stands. */
public enum AwardStatus {
    /** Committed; some or all of it is still to be released. */
    COMMITTED,
    /** All of it is released. */
    RELEASED,
    /** Given back to the envelope. */
    RETURNED
}
