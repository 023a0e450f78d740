package org.schoolcollab.programme.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import java.util.Objects;
import org.schoolcollab.programme.CollaborationFilter;
import org.schoolcollab.programme.CollaborationSort;
import org.schoolcollab.programme.ProgrammeQueries;
import org.schoolcollab.programme.ProgrammeQueries.CollaborationRow;
import org.schoolcollab.programme.Shares;
import org.schoolcollab.shell.SortedGrid;

/** The list of collaborations. */
class CollaborationGrid extends SortedGrid<CollaborationRow, CollaborationSort> {

    CollaborationGrid(Runnable sorted) {
        super("programme.collaborations.title", "enum.CollaborationSort.", CollaborationSort.NAME, sorted);
        addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        sortable(
                        CollaborationSort.NAME,
                        addComponentColumn(row -> new Anchor("collaborations/" + row.slug(), row.name())))
                .setWidth("16rem")
                .setFlexGrow(3);
        sortable(CollaborationSort.AREA, row -> Objects.requireNonNullElse(row.areaName(), ""))
                .setWidth("6rem");
        sortable(CollaborationSort.DISTRICT, row -> Objects.requireNonNullElse(row.districtName(), ""))
                .setWidth("10rem");
        sortable(
                        CollaborationSort.CONTINUING,
                        row -> getTranslation(
                                "enum.Continuing." + row.continuing().name()))
                .setWidth("7.5rem");
        sortable(CollaborationSort.SCHOOLS, CollaborationRow::schools)
                .setWidth("6rem")
                .setTextAlign(ColumnTextAlign.END);
        sortable(
                        CollaborationSort.SHARE,
                        row -> row.goodOrBetterTenths() == null ? "" : Shares.text(row.goodOrBetterTenths()))
                .setWidth("8rem")
                .setTextAlign(ColumnTextAlign.END);
        sortable(
                        CollaborationSort.MONEY,
                        row -> row.money().isZero() ? "" : row.money().format())
                .setWidth("8rem")
                .setTextAlign(ColumnTextAlign.END);
    }

    void show(ProgrammeQueries programme, CollaborationFilter filter) {
        show(
                (sort, descending, offset, limit) -> programme.list(filter, sort, descending, offset, limit),
                () -> programme.count(filter));
    }
}
