package org.schoolcollab.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.List;
import org.schoolcollab.shared.Money;

/**
 * A small table to read: a caption, a heading for each column, figures in columns right aligned, sums at its foot. Scrolls sideways
 * by itself on a narrow screen.
 */
public class FigureTable extends Div {

    private final NativeTable table = new NativeTable();
    private final List<Column> columns;

    /** A column by its heading, figures or words. */
    public record Column(String heading, boolean figures) {

        public static Column words(String heading) {
            return new Column(heading, false);
        }

        public static Column figures(String heading) {
            return new Column(heading, true);
        }
    }

    public FigureTable(String caption, Column... columns) {
        this.columns = Arrays.asList(columns);
        addClassName("figure-table");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", caption);
        table.setCaptionText(caption);
        NativeTableRow head = table.getHead().addRow();
        for (Column column : columns) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(column.heading());
            cell.getElement().setAttribute("scope", "col");
            number(cell, column);
            head.add(cell);
        }
        add(table);
    }

    /** A row of texts, amounts and components, in the order of the columns; the first cell heads the row. */
    public void row(Object... cells) {
        fill(table.getBody().addRow(), cells);
    }

    /** The sums, below a line. */
    public void sums(Object... cells) {
        NativeTableRow row = table.getFoot().addRow();
        row.addClassName("sums");
        fill(row, cells);
    }

    private void fill(NativeTableRow row, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            Component content = content(cells[i]);
            if (i == 0) {
                NativeTableHeaderCell cell = new NativeTableHeaderCell(content);
                cell.getElement().setAttribute("scope", "row");
                row.add(cell);
            } else {
                NativeTableCell cell = new NativeTableCell(content);
                number(cell, columns.get(i));
                row.add(cell);
            }
        }
    }

    private static void number(com.vaadin.flow.component.HasStyle cell, Column column) {
        if (column.figures()) {
            cell.addClassName("num");
        }
    }

    private static Component content(Object cell) {
        return switch (cell) {
            case Component component -> component;
            case Money money -> new Span(money.format());
            default -> new Span(cell.toString());
        };
    }
}
