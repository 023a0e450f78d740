package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BudgetCategory;
import org.schoolcollab.bid.PlanDraft.BudgetLine;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.MoneyField;

/** The budget lines with their sum, beside the guide amount, and why the sum is above it. */
class BudgetFields extends Div {

    private final Money guide;
    private final int members;
    private final Consumer<Money> onSum;
    private final LineList<BudgetRow> list;
    private final Paragraph sum = new Paragraph();
    private final TextArea variance = new TextArea(getTranslation("bid.plan.variance.label"));

    /** @param onSum told the sum of the lines whenever it may have changed */
    BudgetFields(Money guide, int members, Consumer<Money> onSum) {
        this.guide = guide;
        this.members = members;
        this.onSum = onSum;
        addClassName("form");
        sum.addClassName("budget-sum");
        sum.getElement().setAttribute("aria-live", "polite");
        variance.setHelperText(getTranslation("bid.plan.variance.hint", guide));
        variance.setWidthFull();
        list = new LineList<>("bid.plan.budget", () -> new BudgetRow(null), true, this::addUp);
        add(list, sum, variance);
    }

    private final class BudgetRow extends LineRow {

        private @Nullable UUID id;
        private final Select<BudgetCategory> category = new Select<>();
        private final TextField description =
                new TextField(BudgetFields.this.getTranslation("bid.plan.budget.description"));
        private final MoneyField amount = new MoneyField(BudgetFields.this.getTranslation("bid.plan.budget.amount"));

        BudgetRow(@Nullable BudgetLine line) {
            category.setLabel(BudgetFields.this.getTranslation("bid.plan.budget.category"));
            category.setItems(BudgetCategory.values());
            category.setItemLabelGenerator(
                    item -> BudgetFields.this.getTranslation("enum.BudgetCategory." + item.name()));
            description.setHelperText(BudgetFields.this.getTranslation("bid.plan.budget.description.hint"));
            if (line != null) {
                id = line.id();
                category.setValue(line.category());
                description.setValue(line.description());
                amount.setValue(line.amount());
            }
            amount.addValueChangeListener(e -> addUp());
            description.setWidthFull();
            Div row = new Div(category, amount);
            row.addClassName("row");
            add(description, row);
        }

        @Override
        Focusable<?> first() {
            return description;
        }

        @Override
        boolean isBlank() {
            return line().isBlank();
        }

        private BudgetLine line() {
            return new BudgetLine(id, category.getValue(), description.getValue(), amount.getValue());
        }
    }

    void show(List<BudgetLine> lines, String why) {
        list.show(lines.stream().map(BudgetRow::new).toList());
        variance.setValue(why);
        addUp();
    }

    void dropBlank() {
        list.dropBlank();
    }

    String variance() {
        return variance.getValue();
    }

    List<BudgetLine> read(FieldNames names) {
        List<BudgetRow> rows = list.rows();
        names.name("budget", rows.getFirst().amount);
        names.name("variance", variance);
        for (int i = 0; i < rows.size(); i++) {
            BudgetRow row = rows.get(i);
            String field = "budget[" + i + "].";
            names.name(field + "category", row.category);
            names.name(field + "description", row.description);
            names.name(field + "amount", row.amount);
        }
        return rows.stream().map(BudgetRow::line).toList();
    }

    void keepIds(List<BudgetLine> saved) {
        List<BudgetRow> rows = list.rows();
        for (int i = 0; i < Math.min(rows.size(), saved.size()); i++) {
            rows.get(i).id = saved.get(i).id();
        }
    }

    private void addUp() {
        Money requested =
                list.rows().stream().flatMap(row -> row.line().money().stream()).reduce(Money.ZERO, Money::plus);
        boolean above = requested.isMoreThan(guide);
        sum.setText(getTranslation(
                above ? "bid.plan.budget.sumAbove" : "bid.plan.budget.sum",
                requested,
                members,
                guide,
                requested.minus(guide)));
        variance.setRequiredIndicatorVisible(above);
        onSum.accept(requested);
    }
}
