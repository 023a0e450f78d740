package org.schoolcollab.board;

/** How a board comes together. */
public enum MeetingKind {
    /** In one room, at a date and place. */
    MEETING,
    /** In writing, until a closing time. */
    WRITTEN
}
