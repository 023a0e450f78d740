package org.schoolcollab.review;

import com.vaadin.flow.component.Component;
import org.schoolcollab.bid.BidSummary;

/** The adviser's recommendation to read, for screens of other modules that have checked that the person may see the bid. */
public interface RecommendationOnScreen {

    /** A new component with the newest finished review under a heading of level 2. */
    Component latest(BidSummary bid);
}
