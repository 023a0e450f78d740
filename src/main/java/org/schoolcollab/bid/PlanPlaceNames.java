package org.schoolcollab.bid;

import java.util.List;

/** The places of a plan as people call them. The caller has checked that the person may see the bid. */
public interface PlanPlaceNames {

    /** A place with its name, such as "Target: level 4 in writing – Baseline". */
    record Named(PlanPlace place, String name) {}

    /** Every place of the plan as it is saved now: the whole, each section, each field of each line. */
    List<Named> of(BidId bid);
}
