package org.schoolcollab.bid;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** What another module shows the lead above the form of the plan. */
public interface PlanPart {

    /**
     * A new component; empty where there is nothing to show. The caller has checked that the person leads the bid.
     *
     * @param links to places of the plan
     */
    Optional<Component> above(BidSummary bid, PlaceLinks links);
}
