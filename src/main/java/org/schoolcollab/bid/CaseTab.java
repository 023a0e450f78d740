package org.schoolcollab.bid;

import com.vaadin.flow.component.Component;

/**
 * One tab of a bid's case page. Modules provide them as beans; the case page shows them by order. The case page has checked that the
 * person may see the bid; a tab shows less or nothing where its own rules say so.
 */
public interface CaseTab {

    /** Position from the left: plan 10, review 20, board 30, money 40, returns 50, history 60, process 70. */
    int order();

    /** Path segment in the address, e.g. {@code plan}. */
    String key();

    /** Key of the tab's label. */
    String titleKey();

    /** Whether there is anything to show for this bid and the person logged in. */
    default boolean isShown(BidSummary bid) {
        return true;
    }

    Component content(BidSummary bid);
}
