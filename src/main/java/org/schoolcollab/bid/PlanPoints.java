package org.schoolcollab.bid;

import java.util.List;
import java.util.UUID;

/** What was said at places of a plan when it came back to its lead. Implemented by the modules that can send it back. */
public interface PlanPoints {

    /**
     * One point.
     *
     * @param placeName what people call the place
     * @param toAnswer whether the lead has to answer it before the plan is submitted again
     * @param answered whether that was done
     */
    record Point(UUID id, PlanPlace place, String placeName, String words, boolean toAnswer, boolean answered) {}

    /** The points of the return that the plan is back from, in the order they were written. */
    List<Point> of(BidId bid);
}
