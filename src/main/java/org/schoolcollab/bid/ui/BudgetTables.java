package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BudgetSums;
import org.schoolcollab.bid.BudgetSums.OfActivities;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;

/** What the budget lines come to by category and by activity, with the names of those that are not linked to an activity. */
class BudgetTables extends Div {

    private record Shown(BudgetSums sums, Map<String, String> activities) {}

    private transient @Nullable Shown shown;

    BudgetTables() {
        addClassName("budget-tables");
    }

    /** @param activities words of each activity by the id of its line */
    void show(BudgetSums sums, Map<String, String> activities) {
        Shown now = new Shown(sums, activities);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        removeAll();
        setVisible(!sums.categories().isEmpty());
        if (isVisible()) {
            add(byCategory(sums), byActivity(sums, activities));
        }
    }

    private Component byCategory(BudgetSums sums) {
        DataTable table = table("bid.budget.byCategory", "bid.plan.budget.category");
        sums.categories()
                .forEach(sum -> table.row(
                        sum.category()
                                .map(category -> getTranslation("enum.BudgetCategory." + category.name()))
                                .orElseGet(() -> getTranslation("bid.budget.noCategory")),
                        sum.sum().format()));
        return total(table, sums.total());
    }

    private Component byActivity(BudgetSums sums, Map<String, String> activities) {
        DataTable table = table("bid.budget.byActivity", "bid.budget.activity");
        sums.activities()
                .forEach(sum -> table.row(
                        sum.isLinked() ? new Span(named(sum, activities)) : notLinked(sum),
                        new Span(sum.sum().format())));
        return total(table, sums.total());
    }

    private String named(OfActivities sum, Map<String, String> activities) {
        return sum.activities().stream()
                .map(id -> Objects.requireNonNullElseGet(activities.get(id), () -> getTranslation("bid.parts.unnamed")))
                .collect(Collectors.joining(" + "));
    }

    private Component notLinked(OfActivities sum) {
        Span lines = new Span(String.join(", ", sum.lines()));
        lines.addClassName("hint");
        Div cell = new Div(new Span(getTranslation("bid.budget.notLinked")), lines);
        cell.addClassName("not-linked");
        return cell;
    }

    private DataTable table(String name, String first) {
        DataTable table = new DataTable(
                getTranslation(name),
                Column.text(getTranslation(first)),
                Column.number(getTranslation("bid.plan.budget.amount")));
        table.caption(getTranslation(name));
        table.narrow(true);
        return table;
    }

    private DataTable total(DataTable table, Money total) {
        table.sums(getTranslation("bid.plan.budget.total"), total.format());
        return table;
    }
}
