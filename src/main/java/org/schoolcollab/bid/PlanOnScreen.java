package org.schoolcollab.bid;

import com.vaadin.flow.component.Component;

/** A bid's plan to read, for screens of this and other modules that have checked that the person may see the bid. */
public interface PlanOnScreen {

    /** A new component with the whole plan under headings of level 2. */
    Component readOnly(BidSummary bid);
}
