package org.schoolcollab.bid;

import com.vaadin.flow.component.Component;

/** Leads from what is said about a place of the plan to that place. */
@FunctionalInterface
public interface PlaceLinks {

    /**
     * A new component with the place's name; the name alone where the plan has no such place any more, or it is the plan as a whole.
     *
     * @param name what people call the place
     */
    Component to(PlanPlace place, String name);
}
