package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.CaseTab;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanOnScreen;

/** The plan to read. */
@org.springframework.stereotype.Component
class PlanTab implements CaseTab, PlanOnScreen {

    private static final int ORDER = 10;

    private final BidQueries bids;
    private final PlanCatalogue catalogue;

    PlanTab(BidQueries bids, PlanCatalogue catalogue) {
        this.bids = bids;
        this.catalogue = catalogue;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String key() {
        return "plan";
    }

    @Override
    public String titleKey() {
        return "bid.tab.plan";
    }

    @Override
    public Component content(BidSummary bid) {
        return readOnly(bid);
    }

    @Override
    public Component readOnly(BidSummary bid) {
        return new PlanSheet(bid, bids.plan(bid.id()), catalogue);
    }
}
