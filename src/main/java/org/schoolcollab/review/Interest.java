package org.schoolcollab.review;

/** Why a person may not judge a bid, as it follows from data (rule 1 of the domain). */
public enum Interest {
    /** Leads the collaboration that bids. */
    LEADS_COLLABORATION,
    /** Is headteacher of a member school. */
    HEADTEACHER_OF_MEMBER,
    /** Is a governor of a member school. */
    GOVERNOR,
    /** Is headteacher or governor of a school in the same trust as a member school. */
    SAME_TRUST,
    /** Reviewed the bid as its adviser. */
    REVIEWED_THE_BID,
    /** Said so, as a member of the board or as an adviser. */
    DECLARED
}
