package org.schoolcollab.review;

import org.schoolcollab.bid.BidId;
import org.schoolcollab.security.PersonId;

/**
 * Interests in bids that people declared themselves (rule 1 of the domain). Each module in which they may do so provides one; whoever
 * judges a bid asks all of them, so that an interest counts wherever it was declared.
 */
public interface DeclaredInterests {

    /** Whether this person declared an interest in the bid here. */
    boolean has(BidId bid, PersonId person);
}
