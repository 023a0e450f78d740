package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidFilter;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidSort;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.Dates;

/** The list of bids, read page by page and sorted by the database. */
class BidGrid extends Grid<BidSummary> {

    private static final int PAGE = 50;
    private static final BidSort USUAL = BidSort.COLLABORATION;

    private boolean reading;

    BidGrid(Runnable sorted) {
        setAriaLabel(getTranslation("bid.list.title"));
        setPageSize(PAGE);
        setSelectionMode(SelectionMode.NONE);
        setMultiSort(false);
        addComponentColumn(BidGrid::link)
                .setKey(BidSort.COLLABORATION.name())
                .setAutoWidth(true)
                .setFlexGrow(2);
        addColumn(BidSummary::roundName).setKey(BidSort.ROUND.name());
        addColumn(BidSummary::areaName).setKey(BidSort.AREA.name());
        addComponentColumn(bid -> CaseStages.badge(bid.status()))
                .setKey(BidSort.STATUS.name())
                .setAutoWidth(true);
        addColumn(bid -> amount(bid.requested()))
                .setKey(BidSort.REQUESTED.name())
                .setTextAlign(ColumnTextAlign.END);
        addColumn(bid -> amount(bid.agreed())).setKey(BidSort.AGREED.name()).setTextAlign(ColumnTextAlign.END);
        addColumn(bid -> bid.submittedAt() == null ? "" : Dates.day(bid.submittedAt()))
                .setKey(BidSort.SUBMITTED.name())
                .setAutoWidth(true);
        getColumns()
                .forEach(column -> column.setHeader(getTranslation("enum.BidSort." + column.getKey()))
                        .setSortable(true)
                        .setSortProperty(column.getKey()));
        addSortListener(e -> {
            if (!reading && e.isFromClient()) {
                sorted.run();
            }
        });
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
        BidSort sort = sort();
        boolean descending = isDescending();
        setItems(DataProvider.fromCallbacks(
                query -> bids.list(filter, sort, descending, query.getOffset(), query.getLimit()).stream(),
                query -> bids.count(filter)));
    }

    /** Takes the order that the address asks for. */
    void read(QueryParameters address) {
        BidSort sort = Arrays.stream(BidSort.values())
                .filter(candidate -> candidate
                        .name()
                        .equalsIgnoreCase(address.getSingleParameter("sort").orElse("")))
                .findFirst()
                .orElse(USUAL);
        boolean descending = address.getSingleParameter("order").orElse("").equals("desc");
        reading = true;
        sort(List.of(new GridSortOrder<>(
                getColumnByKey(sort.name()), descending ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
        reading = false;
    }

    /** The order as parameters of the address; nothing where it is the usual one. */
    Map<String, String> parameters() {
        if (sort() == USUAL && !isDescending()) {
            return Map.of();
        }
        return isDescending()
                ? Map.of("sort", sort().name().toLowerCase(Locale.ROOT), "order", "desc")
                : Map.of("sort", sort().name().toLowerCase(Locale.ROOT));
    }

    private BidSort sort() {
        return getSortOrder().stream()
                .findFirst()
                .map(order -> BidSort.valueOf(order.getSorted().getKey()))
                .orElse(USUAL);
    }

    private boolean isDescending() {
        return getSortOrder().stream()
                .findFirst()
                .filter(order -> order.getDirection() == SortDirection.DESCENDING)
                .isPresent();
    }
}
