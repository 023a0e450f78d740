package org.schoolcollab.board;

/** Whether a member came. */
public enum Attendance {
    PRESENT,
    APOLOGIES,
    /** Neither came nor sent apologies. */
    ABSENT
}
