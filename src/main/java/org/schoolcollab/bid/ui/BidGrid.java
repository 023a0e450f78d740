package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.html.Anchor;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidFilter;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidSort;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.SortedGrid;

/** The list of bids. */
class BidGrid extends SortedGrid<BidSummary, BidSort> {

    BidGrid(Runnable sorted) {
        super("bid.list.title", "enum.BidSort.", BidSort.COLLABORATION, sorted);
        sortable(BidSort.COLLABORATION, addComponentColumn(BidGrid::link))
                .setAutoWidth(true)
                .setFlexGrow(2);
        sortable(BidSort.ROUND, BidSummary::roundName);
        sortable(BidSort.AREA, BidSummary::areaName);
        sortable(BidSort.STATUS, addComponentColumn(bid -> CaseStages.badge(bid.status())))
                .setAutoWidth(true);
        sortable(BidSort.REQUESTED, bid -> amount(bid.requested())).setTextAlign(ColumnTextAlign.END);
        sortable(BidSort.AGREED, bid -> amount(bid.agreed())).setTextAlign(ColumnTextAlign.END);
        sortable(BidSort.SUBMITTED, bid -> bid.submittedAt() == null ? "" : Dates.day(bid.submittedAt()))
                .setAutoWidth(true);
    }

    private static Anchor link(BidSummary bid) {
        Anchor link = new Anchor(BidPage.address(bid.id()), bid.collaborationName());
        link.addClassName("bid-link");
        return link;
    }

    private static String amount(@Nullable Money money) {
        return money == null || money.isZero() ? "" : money.format();
    }

    void show(BidQueries bids, BidFilter filter) {
        show(
                (sort, descending, offset, limit) -> bids.list(filter, sort, descending, offset, limit),
                () -> bids.count(filter));
    }
}
