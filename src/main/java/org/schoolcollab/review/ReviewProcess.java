package org.schoolcollab.review;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.security.PersonId;

/** What a review tells the process, and asks of it. Implemented by the workflow module, in the caller's transaction. */
public interface ReviewProcess {

    /** The adviser returned the plan for changes: completes the review task, the lead's revising task follows. */
    void returned(BidSummary bid);

    /** The adviser recommended the bid: completes the review task, the board follows. */
    void recommended(BidSummary bid);

    /** Whose the open review is; empty where any adviser of the district may take it, or none is open. */
    Optional<PersonId> assignedTo(BidId bid);

    /** Makes the open review this person's. */
    void assign(BidSummary bid, PersonId adviser);

    /** How many reviews are open with each of these people; who has none may be left out. */
    Map<PersonId, Integer> openReviews(Collection<PersonId> advisers);
}
