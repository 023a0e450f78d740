package org.schoolcollab.ledger;

/** Where an instalment of an award stands. */
public enum InstalmentStatus {
    /** Its condition is not met yet. */
    WAITING,
    /** A finance officer may request its release. */
    READY,
    /** Requested; another person in finance approves. */
    REQUESTED,
    /** In the lead school's budget. */
    RELEASED,
    /** The bid was withdrawn; the money went back to the envelope. */
    CANCELLED
}
