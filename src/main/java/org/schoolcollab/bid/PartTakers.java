package org.schoolcollab.bid;

import org.schoolcollab.security.PersonId;

/**
 * Who took part in a check of a bid: reviewed it, voted on it. Nobody may hold two sides of the same check for the same bid, so
 * whoever guards another side asks all beans of this kind. Each module that lets people check a bid provides one.
 */
public interface PartTakers {

    /** Whether this person took part in this module's check of the bid. */
    boolean tookPart(BidId bid, PersonId person);
}
