package org.schoolcollab.board;

/** How an item of an agenda ended. */
public enum ItemOutcome {
    APPROVED,
    REFUSED,
    /** Sent back to the lead with questions. */
    DEFERRED,
    /** Passed to the board of another area. */
    PASSED,
    /** The lead withdrew the bid before it was decided. */
    WITHDRAWN,
    /** The meeting closed before it was decided; the bid may go on the next agenda. */
    NOT_DECIDED
}
