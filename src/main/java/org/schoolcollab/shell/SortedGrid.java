package org.schoolcollab.shell;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * A list that is read page by page and sorted by the database, in an order that stands in the address.
 *
 * @param <T> a row
 * @param <S> what it can be sorted by
 */
public abstract class SortedGrid<T, S extends Enum<S>> extends Grid<T> {

    private static final int PAGE = 50;

    private final Class<S> sorts;
    private final S usual;
    private final String headings;
    private boolean reading;

    /** Reads rows of a page, in the order asked for. */
    @FunctionalInterface
    public interface Rows<T, S> {

        List<T> read(S sort, boolean descending, int offset, int limit);
    }

    /**
     * @param nameKey message key of its accessible name
     * @param headings start of the message keys of its columns' headings; the value of {@code S} completes them
     * @param usual how it is sorted where the address says nothing
     * @param sorted told when the person chose another order
     */
    protected SortedGrid(String nameKey, String headings, S usual, Runnable sorted) {
        this.sorts = usual.getDeclaringClass();
        this.usual = usual;
        this.headings = headings;
        setAriaLabel(getTranslation(nameKey));
        setPageSize(PAGE);
        setSelectionMode(SelectionMode.NONE);
        setMultiSort(false);
        addSortListener(e -> {
            if (!reading && e.isFromClient()) {
                sorted.run();
            }
        });
    }

    /** Adds a column of text that can be sorted. */
    protected Column<T> sortable(S sort, ValueProvider<T, ?> text) {
        return sortable(sort, addColumn(text));
    }

    /** Makes a column sortable and gives it its heading. */
    protected Column<T> sortable(S sort, Column<T> column) {
        return column.setKey(sort.name())
                .setHeader(getTranslation(headings + sort.name()))
                .setSortable(true)
                .setSortProperty(sort.name());
    }

    /** Shows these rows from the first on. */
    protected void show(Rows<T, S> rows, IntSupplier count) {
        S sort = sort();
        boolean descending = isDescending();
        setItems(DataProvider.fromCallbacks(
                query -> rows.read(sort, descending, query.getOffset(), query.getLimit()).stream(),
                query -> count.getAsInt()));
    }

    /** Takes the order that the address asks for. */
    public void read(QueryParameters address) {
        String asked = address.getSingleParameter("sort").orElse("");
        S sort = Arrays.stream(sorts.getEnumConstants())
                .filter(candidate -> candidate.name().equalsIgnoreCase(asked))
                .findFirst()
                .orElse(usual);
        boolean descending = address.getSingleParameter("order").orElse("").equals("desc");
        reading = true;
        sort(List.of(new GridSortOrder<>(
                getColumnByKey(sort.name()), descending ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
        reading = false;
    }

    /** The order as parameters of the address; nothing where it is the usual one. */
    public Map<String, String> parameters() {
        Map<String, String> order = new LinkedHashMap<>();
        if (sort() != usual || isDescending()) {
            order.put("sort", sort().name().toLowerCase(Locale.ROOT));
        }
        if (isDescending()) {
            order.put("order", "desc");
        }
        return order;
    }

    private S sort() {
        return getSortOrder().stream()
                .findFirst()
                .map(order -> Enum.valueOf(sorts, order.getSorted().getKey()))
                .orElse(usual);
    }

    private boolean isDescending() {
        return getSortOrder().stream()
                .findFirst()
                .filter(order -> order.getDirection() == SortDirection.DESCENDING)
                .isPresent();
    }
}
