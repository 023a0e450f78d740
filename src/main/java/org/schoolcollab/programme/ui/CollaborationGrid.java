package org.schoolcollab.programme.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.schoolcollab.programme.CollaborationFilter;
import org.schoolcollab.programme.CollaborationSort;
import org.schoolcollab.programme.ProgrammeQueries;
import org.schoolcollab.programme.ProgrammeQueries.CollaborationRow;
import org.schoolcollab.programme.Shares;

/** The list of collaborations, read page by page and sorted by the database. */
class CollaborationGrid extends Grid<CollaborationRow> {

    private static final int PAGE = 50;
    private static final CollaborationSort USUAL = CollaborationSort.NAME;

    private boolean reading;

    CollaborationGrid(Runnable sorted) {
        setAriaLabel(getTranslation("programme.collaborations.title"));
        setPageSize(PAGE);
        setSelectionMode(SelectionMode.NONE);
        setMultiSort(false);
        addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        addComponentColumn(row -> new Anchor("collaborations/" + row.slug(), row.name()))
                .setKey(CollaborationSort.NAME.name())
                .setWidth("16rem")
                .setFlexGrow(3);
        addColumn(row -> Objects.requireNonNullElse(row.areaName(), ""))
                .setKey(CollaborationSort.AREA.name())
                .setWidth("6rem");
        addColumn(row -> Objects.requireNonNullElse(row.districtName(), ""))
                .setKey(CollaborationSort.DISTRICT.name())
                .setWidth("10rem");
        addColumn(row -> getTranslation("enum.Continuing." + row.continuing().name()))
                .setKey(CollaborationSort.CONTINUING.name())
                .setWidth("7.5rem");
        addColumn(CollaborationRow::schools)
                .setKey(CollaborationSort.SCHOOLS.name())
                .setWidth("6rem")
                .setTextAlign(ColumnTextAlign.END);
        addColumn(row -> row.goodOrBetterTenths() == null ? "" : Shares.text(row.goodOrBetterTenths()))
                .setKey(CollaborationSort.SHARE.name())
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("8rem");
        addColumn(row -> row.money().isZero() ? "" : row.money().format())
                .setKey(CollaborationSort.MONEY.name())
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("8rem");
        getColumns()
                .forEach(column -> column.setHeader(getTranslation("enum.CollaborationSort." + column.getKey()))
                        .setSortable(true)
                        .setSortProperty(column.getKey()));
        addSortListener(e -> {
            if (!reading && e.isFromClient()) {
                sorted.run();
            }
        });
    }

    void show(ProgrammeQueries programme, CollaborationFilter filter) {
        CollaborationSort sort = sort();
        boolean descending = isDescending();
        setItems(DataProvider.fromCallbacks(
                query -> programme.list(filter, sort, descending, query.getOffset(), query.getLimit()).stream(),
                query -> programme.count(filter)));
    }

    /** Takes the order that the address asks for. */
    void read(QueryParameters address) {
        String asked = address.getSingleParameter("sort").orElse("");
        CollaborationSort sort = Arrays.stream(CollaborationSort.values())
                .filter(candidate -> candidate.name().equalsIgnoreCase(asked))
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
        Map<String, String> order = new LinkedHashMap<>();
        if (sort() != USUAL || isDescending()) {
            order.put("sort", sort().name().toLowerCase(Locale.ROOT));
        }
        if (isDescending()) {
            order.put("order", "desc");
        }
        return order;
    }

    private CollaborationSort sort() {
        return getSortOrder().stream()
                .findFirst()
                .map(order -> CollaborationSort.valueOf(order.getSorted().getKey()))
                .orElse(USUAL);
    }

    private boolean isDescending() {
        return getSortOrder().stream()
                .findFirst()
                .filter(order -> order.getDirection() == SortDirection.DESCENDING)
                .isPresent();
    }
}
