package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanCatalogue.Kind;
import org.schoolcollab.bid.PlanChange;
import org.schoolcollab.bid.PlanChange.Field;
import org.schoolcollab.bid.PlanDraft;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.WordDifference;

/** What differs between two revisions: a table for each section, texts with the words marked, amounts with their change. */
class RevisionDifferences extends Div {

    private static final Set<String> AMOUNTS = Set.of("amount", "matchedAmount");

    /** Label of a field where it is not its own name behind that of the section's lines. */
    private static final Map<String, String> LABELS = Map.of(
            "variance", "bid.plan.variance.label",
            "matchedAmount", "bid.plan.matched.label",
            "matchedBy", "bid.plan.matchedBy.label",
            "skillsAudit", "bid.plan.skillsAudit.short",
            "support", "bid.plan.support.short");

    private final transient PlanCatalogue catalogue;
    private final String earlier;
    private final String later;

    /**
     * @param earlier heading of what was
     * @param later heading of what it became
     */
    RevisionDifferences(List<PlanChange> changes, PlanCatalogue catalogue, String earlier, String later) {
        this.catalogue = catalogue;
        this.earlier = earlier;
        this.later = later;
        addClassNames("stack", "differences");
        if (changes.isEmpty()) {
            add(new Paragraph(getTranslation("bid.revisions.same")));
        }
        for (PlanSection section : PlanSection.values()) {
            List<PlanChange> here = changes.stream()
                    .filter(change -> change.line().section() == section)
                    .toList();
            if (!here.isEmpty()) {
                add(new H3(getTranslation("enum.PlanSection." + section.name())), table(section, here));
            }
        }
    }

    private Component table(PlanSection section, List<PlanChange> changes) {
        DataTable table = new DataTable(
                getTranslation("enum.PlanSection." + section.name()),
                Column.text(getTranslation("bid.revisions.where")),
                Column.text(earlier),
                Column.text(later));
        changes.forEach(change -> change.fields()
                .forEach(field -> table.row(where(change, field), before(change, field), after(change, field))));
        return table;
    }

    private Component where(PlanChange change, Field field) {
        Div cell = new Div();
        Line line = change.line();
        boolean itself = line.id().equals(PlanFields.ITSELF);
        if (!itself) {
            cell.add(new Span(
                    getTranslation("bid.revisions.line." + change.kind().name(), name(line))));
        }
        if (itself || !isItem(line)) {
            Div label = new Div(new Span(label(line, field)));
            label.setClassName("hint", !itself);
            cell.add(label);
        }
        return cell;
    }

    private String name(Line line) {
        return switch (line.section()) {
            case PRIORITIES, ACTIVITIES ->
                getTranslation("bid.revisions.item." + line.section().name());
            case TARGETS -> named(line, "bid.revisions.target", line.field("measure"));
            default -> named(line, "bid.revisions.budget", line.field("description"));
        };
    }

    private String named(Line line, String key, String words) {
        return words.isBlank() ? getTranslation(key + ".unnamed") : getTranslation(key, words);
    }

    private static boolean isItem(Line line) {
        return line.section() == PlanSection.PRIORITIES || line.section() == PlanSection.ACTIVITIES;
    }

    private String label(Line line, Field field) {
        String section = line.section() == PlanSection.TARGETS ? "bid.plan.target." : "bid.plan.budget.";
        return getTranslation(LABELS.getOrDefault(field.name(), section + field.name()));
    }

    private Component before(PlanChange change, Field field) {
        String before = shown(change.line(), field.name(), field.before());
        return AMOUNTS.contains(field.name())
                ? new Span(before)
                : WordDifference.before(before, shown(change.line(), field.name(), field.after()));
    }

    private Component after(PlanChange change, Field field) {
        String after = shown(change.line(), field.name(), field.after());
        if (!AMOUNTS.contains(field.name())) {
            return WordDifference.after(shown(change.line(), field.name(), field.before()), after);
        }
        return PlanDraft.moneyIn(field.before())
                .flatMap(was -> PlanDraft.moneyIn(field.after()).map(is -> new Span(byHowMuch(was, is))))
                .orElseGet(() -> new Span(after));
    }

    private String byHowMuch(Money was, Money is) {
        return is.isMoreThan(was)
                ? getTranslation("bid.revisions.more", is, is.minus(was))
                : getTranslation("bid.revisions.less", is, was.minus(is));
    }

    /** What is typed in a field, as people read it. */
    private String shown(Line line, String field, String typed) {
        if (typed.isEmpty()) {
            return field.equals("skillsAudit") ? getTranslation("bid.plan.no") : "";
        }
        return switch (field) {
            case "code" ->
                Objects.requireNonNullElse(
                        catalogue
                                .labels(line.section() == PlanSection.PRIORITIES ? Kind.PRIORITY : Kind.ACTIVITY)
                                .get(typed),
                        typed);
            case "category" -> getTranslation("enum.BudgetCategory." + typed);
            case "by" -> Dates.day(LocalDate.parse(typed));
            case "skillsAudit" -> getTranslation("bid.plan.yes");
            case "amount", "matchedAmount" ->
                PlanDraft.moneyIn(typed).map(Money::format).orElse(typed);
            default -> typed;
        };
    }
}
