package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BudgetCategory;
import org.schoolcollab.bid.BudgetSums;
import org.schoolcollab.bid.PlanDraft;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanOutline;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.MoneyField;

/** The budget lines with their sum, beside the guide amount, and why the sum is above it. */
class BudgetFields extends SectionFields {

    private final Money guide;
    private final int members;
    private final transient Map<String, String> activityLabels;
    private final transient Consumer<Money> onSum;
    private final transient PlanWriting writing;
    private final LineList list;
    private final Paragraph sum = new Paragraph();
    private final BudgetTables sums = new BudgetTables();
    private final TextArea variance = new TextArea(getTranslation("bid.plan.variance.label"));
    private final PlanInput why;

    /**
     * @param activityLabels of the catalogue, by code
     * @param onSum told the sum of the lines whenever it may have changed
     */
    BudgetFields(
            Money guide, int members, Map<String, String> activityLabels, Consumer<Money> onSum, PlanWriting writing) {
        super(PlanSection.BUDGET);
        this.guide = guide;
        this.members = members;
        this.activityLabels = activityLabels;
        this.onSum = onSum;
        this.writing = writing;
        sum.addClassName("budget-sum");
        sum.getElement().setAttribute("aria-live", "polite");
        variance.setHelperText(getTranslation("bid.plan.variance.hint", guide));
        variance.setWidthFull();
        why = PlanInput.text(place("variance"), null, variance, writing);
        list = new LineList("bid.plan.budget", BudgetRow::new, writing, LineList.Kind.ONE_AT_LEAST, this::addUp);
        add(list, sum, sums, why);
    }

    private final class BudgetRow extends LineRow {

        private final MoneyField amount = new MoneyField(BudgetFields.this.getTranslation("bid.plan.budget.amount"));

        BudgetRow(@Nullable Line line) {
            super(PlanSection.BUDGET, line);
            TextField description = new TextField(BudgetFields.this.getTranslation("bid.plan.budget.description"));
            description.setHelperText(BudgetFields.this.getTranslation("bid.plan.budget.description.hint"));
            description.setWidthFull();
            Select<BudgetCategory> category = new Select<>();
            category.setLabel(BudgetFields.this.getTranslation("bid.plan.budget.category"));
            category.setItems(BudgetCategory.values());
            category.setItemLabelGenerator(
                    item -> BudgetFields.this.getTranslation("enum.BudgetCategory." + item.name()));
            add(input(PlanInput.text(place("description"), this, description, writing), line));
            Div row = new Div(
                    input(
                            new PlanInput(
                                    place("category"),
                                    this,
                                    category,
                                    chosen -> chosen == null ? "" : chosen.name(),
                                    typed -> typed.isEmpty() ? null : BudgetCategory.valueOf(typed),
                                    writing),
                            line),
                    input(PlanInput.text(place("amount"), this, amount, writing), line));
            row.addClassName("row");
            add(row);
            amount.addValueChangeListener(e -> addUp());
        }

        private Optional<Money> money() {
            return PlanDraft.moneyIn(amount.getValue());
        }
    }

    @Override
    void merge(PlanFields stored) {
        list.merge(stored.lines(PlanSection.BUDGET));
        sums.show(BudgetSums.of(stored), PlanOutline.words(stored, PlanSection.ACTIVITIES, activityLabels));
        why.update(stored.itself(PlanSection.BUDGET).field("variance"));
    }

    @Override
    void name(List<Line> saved, FieldNames names) {
        names.name("budget", ((BudgetRow) list.rows().getFirst()).amount);
        names.name("variance", variance);
        nameLines(saved, list, names);
    }

    private void addUp() {
        Money requested = list.rows().stream()
                .flatMap(row -> ((BudgetRow) row).money().stream())
                .reduce(Money.ZERO, Money::plus);
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
