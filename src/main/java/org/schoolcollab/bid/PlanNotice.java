package org.schoolcollab.bid;

import java.time.Instant;
import java.util.List;

/** What the lead must know while changing a plan: why it was returned. Implemented by the modules that can send it back. */
public interface PlanNotice {

    /** Key of the heading above what an adviser asks for. */
    String BY_ADVISER = "bid.plan.returned.title";

    /**
     * One return of the plan.
     *
     * @param by who sent it back, by name
     * @param reasons in their own words
     */
    record Returned(String by, Instant at, String reasons) {}

    /** Key of the heading above a return: who asks for changes. */
    default String heading() {
        return BY_ADVISER;
    }

    /** The returns of this bid's plan, newest first. */
    List<Returned> of(BidId bid);
}
