package org.schoolcollab.board;

/** Where a meeting stands. */
public enum MeetingStatus {
    /** The agenda is being built. */
    PLANNED,
    /** It has begun; items are decided. */
    OPEN,
    /** It has ended; the minutes wait for the chair. */
    CLOSED,
    /** The minutes are signed and nothing changes any more. */
    SIGNED
}
