package org.schoolcollab.outcome;

/** How far a priority has come by March. */
public enum Progress {
    ON_TRACK,
    SOME,
    NONE
}
