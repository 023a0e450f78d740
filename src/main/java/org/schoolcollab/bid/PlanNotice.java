package org.schoolcollab.bid;

import java.time.Instant;
import java.util.List;

/** What the lead must know while changing a plan: why it was returned. Implemented by the review module. */
public interface PlanNotice {

    /**
     * One return of the plan.
     *
     * @param reasons in the adviser's own words
     */
    record Returned(String adviser, Instant at, String reasons) {}

    /** The returns of this bid's plan, newest first. */
    List<Returned> of(BidId bid);
}
