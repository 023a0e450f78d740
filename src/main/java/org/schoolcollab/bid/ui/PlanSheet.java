package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.BudgetCategory;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanCatalogue.Kind;
import org.schoolcollab.bid.PlanDraft;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Facts;

/** A plan to read. What is not there yet says so. */
class PlanSheet extends Div {

    PlanSheet(BidSummary bid, PlanDraft plan, PlanCatalogue catalogue) {
        addClassNames("plan-sheet", "stack");
        heading(PlanSection.PRIORITIES);
        add(items(plan.priorities(), catalogue.labels(Kind.PRIORITY)));
        heading(PlanSection.ACTIVITIES);
        add(items(plan.activities(), catalogue.labels(Kind.ACTIVITY)));
        heading(PlanSection.TARGETS);
        targets(plan.targets());
        heading(PlanSection.BUDGET);
        budget(bid, plan);
        heading(PlanSection.SUPPORT);
        add(new Facts()
                .fact(getTranslation("bid.plan.matched.label"), amount(plan.matchedAmount()))
                .fact(getTranslation("bid.plan.matchedBy.label"), orNothing(plan.matchedBy()))
                .fact(
                        getTranslation("bid.plan.skillsAudit.short"),
                        getTranslation(plan.skillsAuditDone() ? "bid.plan.yes" : "bid.plan.no"))
                .fact(getTranslation("bid.plan.support.short"), orNothing(plan.support())));
    }

    private void heading(PlanSection section) {
        add(new H2(getTranslation("enum.PlanSection." + section.name())));
    }

    private com.vaadin.flow.component.Component items(List<PlanDraft.Item> items, Map<String, String> labels) {
        if (items.isEmpty()) {
            return nothing();
        }
        UnorderedList list = new UnorderedList();
        items.forEach(item -> list.add(new ListItem(
                item.code() == null ? item.words() : Objects.requireNonNullElse(labels.get(item.code()), ""))));
        return list;
    }

    private void targets(List<PlanDraft.Target> targets) {
        if (targets.isEmpty()) {
            add(nothing());
            return;
        }
        DataTable table = new DataTable(
                getTranslation("enum.PlanSection.TARGETS"),
                text("target.measure"),
                text("target.about"),
                number("target.baseline"),
                number("target.value"),
                text("target.by"));
        targets.forEach(target -> table.row(
                orNothing(target.measure()),
                orNothing(target.about()),
                orNothing(target.baseline()),
                orNothing(target.value()),
                day(target.by())));
        add(table);
    }

    private void budget(BidSummary bid, PlanDraft plan) {
        if (plan.budget().isEmpty()) {
            add(nothing());
        } else {
            DataTable table = new DataTable(
                    getTranslation("enum.PlanSection.BUDGET"),
                    text("budget.category"),
                    text("budget.description"),
                    number("budget.amount"));
            plan.budget()
                    .forEach(line ->
                            table.row(category(line.category()), orNothing(line.description()), amount(line.amount())));
            table.sums(
                    getTranslation("bid.plan.budget.total"),
                    "",
                    plan.requested().format());
            add(table);
        }
        Facts guide = new Facts()
                .fact(
                        getTranslation("bid.amount.guide"),
                        getTranslation("bid.plan.guideOf", bid.guide(), bid.memberCount()));
        if (!plan.variance().isBlank() || plan.requested().isMoreThan(bid.guide())) {
            guide.fact(getTranslation("bid.plan.variance.label"), orNothing(plan.variance()));
        }
        add(guide);
    }

    private Column text(String name) {
        return Column.text(getTranslation("bid.plan." + name));
    }

    private Column number(String name) {
        return Column.number(getTranslation("bid.plan." + name));
    }

    private String category(@Nullable BudgetCategory category) {
        return category == null ? orNothing("") : getTranslation("enum.BudgetCategory." + category.name());
    }

    private String amount(String typed) {
        return PlanDraft.moneyIn(typed).map(Money::format).orElse(orNothing(typed));
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? orNothing("") : Dates.day(day);
    }

    private String orNothing(String text) {
        return text.isBlank() ? getTranslation("bid.plan.nothing") : text;
    }

    private Paragraph nothing() {
        Paragraph nothing = new Paragraph(getTranslation("bid.plan.nothing"));
        nothing.addClassName("hint");
        return nothing;
    }
}
