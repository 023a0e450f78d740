package org.schoolcollab.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.List;

/**
 * A plain table for a few dozen rows, in a region that scrolls sideways on small screens and by keyboard. The first cell of a row names
 * it.
 */
public class DataTable extends Div {

    /** A column; numbers stand right aligned below each other. */
    public record Column(String heading, boolean number) {

        public static Column text(String heading) {
            return new Column(heading, false);
        }

        public static Column number(String heading) {
            return new Column(heading, true);
        }
    }

    private final List<Column> columns;
    private final NativeTable table = new NativeTable();
    private final NativeTableBody body = table.getBody();

    /** @param name what the table shows, for screen readers */
    public DataTable(String name, Column... columns) {
        this.columns = List.of(columns);
        addClassName("table-scroll");
        getElement()
                .setAttribute("role", "region")
                .setAttribute("tabindex", "0")
                .setAttribute("aria-label", name);
        table.addClassName("data-table");
        table.getElement().setAttribute("aria-label", name);
        NativeTableRow head = new NativeTableRow();
        table.getHead().addRows(head);
        role(table, "table");
        role(table.getHead(), "rowgroup");
        role(body, "rowgroup");
        role(head, "row");
        for (Column column : columns) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(column.heading());
            cell.getElement().setAttribute("scope", "col");
            role(cell, "columnheader");
            cell.setClassName("num", column.number());
            head.add(cell);
        }
        add(table);
    }

    public NativeTableRow row(String... cells) {
        return row(Arrays.stream(cells).map(Span::new).toArray(Component[]::new));
    }

    /** Adds a row; as many cells as there are columns. */
    public NativeTableRow row(Component... cells) {
        NativeTableRow row = filled(cells);
        body.addRows(row);
        return row;
    }

    /** Adds a row of sums at the foot. */
    public NativeTableRow sums(String... cells) {
        return sums(Arrays.stream(cells).map(Span::new).toArray(Component[]::new));
    }

    /** The same; as many cells as there are columns. */
    public NativeTableRow sums(Component... cells) {
        NativeTableRow row = filled(cells);
        role(table.getFoot(), "rowgroup");
        table.getFoot().addRows(row);
        return row;
    }

    private NativeTableRow filled(Component... cells) {
        NativeTableRow row = new NativeTableRow();
        role(row, "row");
        for (int i = 0; i < cells.length; i++) {
            if (i == 0) {
                NativeTableHeaderCell name = new NativeTableHeaderCell();
                name.add(cells[i]);
                name.getElement().setAttribute("scope", "row");
                role(name, "rowheader");
                row.add(name);
            } else {
                NativeTableCell cell = new NativeTableCell(cells[i]);
                cell.setClassName("num", columns.get(i).number());
                cell.getElement().setAttribute("data-label", columns.get(i).heading());
                role(cell, "cell");
                row.add(cell);
            }
        }
        return row;
    }

    /**
     * On small screens shows each row as a block, with the heading of its column before each cell, in place of a table that scrolls
     * sideways.
     */
    public DataTable stacked() {
        addClassName("stacks");
        return this;
    }

    /** As blocks, tables lose what screen readers know them by; said here, they keep it. */
    private static void role(Component part, String role) {
        part.getElement().setAttribute("role", role);
    }

    /** Shows what the table is about above it. */
    public void caption(String text) {
        table.setCaptionText(text);
    }

    /** Keeps few columns close together. */
    public void narrow(boolean narrow) {
        table.setClassName("narrow", narrow);
    }

    public void clear() {
        body.removeAllRows();
    }
}
