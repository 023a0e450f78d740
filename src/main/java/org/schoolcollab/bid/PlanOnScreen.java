package org.schoolcollab.bid;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** A bid's plan to read, for screens of this and other modules that have checked that the person may see the bid. */
public interface PlanOnScreen {

    /** A new component with the whole plan under headings of level 2. */
    Component readOnly(BidSummary bid);

    /** The same with what changed since the submission before marked in it, where there is one. */
    Component marked(BidSummary bid);

    /** A new component with what changed between the last submission and the one before it; empty where there is none before. */
    Optional<Component> changedSinceLastSubmission(BidSummary bid);
}
