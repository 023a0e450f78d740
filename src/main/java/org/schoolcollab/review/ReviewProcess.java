package org.schoolcollab.review;

import org.schoolcollab.bid.BidSummary;

/** What a review tells the process. Implemented by the workflow module, in the caller's transaction. */
public interface ReviewProcess {

    /** The adviser returned the plan for changes: completes the review task, the lead's revising task follows. */
    void returned(BidSummary bid);

    /** The adviser recommended the bid: completes the review task, the board follows. */
    void recommended(BidSummary bid);
}
