package org.schoolcollab.bid;

/** Where a bid stands. */
public enum BidStatus {
    /** The lead writes the plan. */
    DRAFTING,
    /** The adviser reviews it. */
    IN_REVIEW,
    /** The adviser sent it back; the lead changes it. */
    RETURNED,
    /** Recommended; the Area Board decides. */
    BEFORE_BOARD,
    /** Agreed; the money is committed, none released yet. */
    AWARDED,
    /** The first instalment is released; reports are due. */
    IN_DELIVERY,
    /** Both reports are accepted and all money is released. */
    CLOSED,
    REFUSED,
    WITHDRAWN;

    /** Whether the lead may change the plan. */
    public boolean isWithLead() {
        return this == DRAFTING || this == RETURNED;
    }

    /** Whether it can still be withdrawn: at any stage before the first release. */
    public boolean isBeforeRelease() {
        return this == DRAFTING || this == IN_REVIEW || this == RETURNED || this == BEFORE_BOARD || this == AWARDED;
    }

    public boolean isEnded() {
        return this == CLOSED || this == REFUSED || this == WITHDRAWN;
    }
}
