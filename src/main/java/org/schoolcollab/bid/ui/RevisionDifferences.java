package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Optional;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanChange;
import org.schoolcollab.bid.PlanChange.Field;
import org.schoolcollab.bid.PlanDraft;
import org.schoolcollab.bid.PlanField;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.bid.domain.FieldText;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.WordDifference;

/** What differs between two revisions: a table for each section, texts with the words marked, amounts with their change. */
class RevisionDifferences extends Div {

    private final transient FieldText texts;
    private final String earlier;
    private final String later;

    /**
     * @param earlier heading of what was
     * @param later heading of what it became
     */
    RevisionDifferences(List<PlanChange> changes, PlanCatalogue catalogue, String earlier, String later) {
        this.texts = new FieldText(catalogue, I18NProvider::translate);
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
        String key = declared(line, field).map(PlanField::label).orElse("");
        if (!key.isEmpty()) {
            Div label = new Div(new Span(getTranslation(key)));
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
            case SUPPORT -> named(line, "bid.revisions.support", line.field("what"));
            case SKILLS -> getTranslation("bid.revisions.skills");
            default -> named(line, "bid.revisions.budget", line.field("description"));
        };
    }

    private String named(Line line, String key, String words) {
        return words.isBlank() ? getTranslation(key + ".unnamed") : getTranslation(key, words);
    }

    private static Optional<PlanField> declared(Line line, Field field) {
        return line.section().field(line.id(), field.name());
    }

    private static boolean isAmount(PlanChange change, Field field) {
        return declared(change.line(), field)
                .filter(declared -> declared.kind() == PlanField.Kind.AMOUNT)
                .isPresent();
    }

    private Component before(PlanChange change, Field field) {
        String before = shown(change, field, field.before());
        return isAmount(change, field)
                ? new Span(before)
                : WordDifference.before(before, shown(change, field, field.after()));
    }

    private Component after(PlanChange change, Field field) {
        String after = shown(change, field, field.after());
        if (!isAmount(change, field)) {
            return WordDifference.after(shown(change, field, field.before()), after);
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

    private String shown(PlanChange change, Field field, String typed) {
        return declared(change.line(), field)
                .map(declared -> texts.shown(declared, typed))
                .orElse(typed);
    }
}
