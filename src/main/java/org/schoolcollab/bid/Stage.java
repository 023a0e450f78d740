package org.schoolcollab.bid;

/** The six stages of a bid, as every step indicator shows them. */
public enum Stage {
    PLAN,
    REVIEW,
    BOARD,
    RELEASE,
    MARCH,
    OCTOBER
}
