package org.schoolcollab.review;

import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.security.PersonId;

/** Takes an open review from somebody who may not do it any more. Implemented by the workflow module, in the caller's transaction. */
public interface ReviewHandOver {

    /**
     * Assigns the review anew, like one that has just come to review; does nothing where it is not with this person. The bid is locked.
     *
     * @param role in which whoever caused it acts
     */
    void assignAnew(BidSummary bid, PersonId before, String role);
}
