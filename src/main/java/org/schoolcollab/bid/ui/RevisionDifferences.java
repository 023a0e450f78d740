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
import org.schoolcollab.bid.PlanDifference;
import org.schoolcollab.bid.PlanDraft;
import org.schoolcollab.bid.PlanField;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanFile;
import org.schoolcollab.bid.PlanOutline;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.bid.attachment.Attachment;
import org.schoolcollab.bid.attachment.Attachments;
import org.schoolcollab.bid.domain.FieldText;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.WordDifference;

/**
 * What differs between two revisions: a table for each section, texts with the words marked, amounts with their change; files that came
 * or went, to open.
 */
class RevisionDifferences extends Div {

    private final transient FieldText texts;
    private final transient PlanDifference difference;
    private final String earlier;
    private final String later;

    /**
     * @param earlier heading of what was
     * @param later heading of what it became
     */
    RevisionDifferences(
            PlanDifference difference, PlanCatalogue catalogue, Attachments attachments, String earlier, String later) {
        this.difference = difference;
        this.texts = new FieldText(catalogue, I18NProvider::translate);
        this.earlier = earlier;
        this.later = later;
        addClassNames("stack", "differences");
        List<PlanChange> changes = difference.changes();
        if (difference.isNothing()) {
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
        if (!difference.shares().isEmpty()) {
            add(new H3(getTranslation("bid.revisions.shares")), shares());
        }
        if (!difference.files().isEmpty()) {
            add(new H3(getTranslation("bid.files.title")), files(attachments));
        }
    }

    private Component files(Attachments attachments) {
        DataTable table = new DataTable(
                getTranslation("bid.files.title"),
                Column.text(getTranslation("bid.files.name")),
                Column.text(earlier),
                Column.text(later));
        String there = getTranslation("bid.revisions.file.there");
        String notThere = getTranslation("bid.revisions.file.notThere");
        table.stacked();
        difference
                .files()
                .forEach(change -> table.row(
                        name(change.file(), attachments),
                        new Span(change.added() ? notThere : there),
                        new Span(change.added() ? there : notThere)));
        return table;
    }

    private Component name(PlanFile one, Attachments attachments) {
        Attachment file = one.file();
        Div added = new Div(getTranslation("bid.files.by", file.addedBy(), Dates.moment(file.addedAt())));
        added.addClassName("hint");
        return new Div(one.opens() ? FileLink.to(attachments, file) : new Span(file.name()), added);
    }

    private Component shares() {
        DataTable table = new DataTable(
                getTranslation("bid.revisions.shares"),
                Column.text(getTranslation("bid.schools.school")),
                Column.text(earlier),
                Column.text(later));
        table.stacked();
        difference.shares().forEach(change -> {
            if (change.before().takesPart() != change.after().takesPart()) {
                table.row(new Span(change.school()), new Span(words(change.before())), new Span(words(change.after())));
                return;
            }
            amounts(
                    table,
                    change.school(),
                    "bid.schools.share",
                    change.before().share(),
                    change.after().share());
            amounts(
                    table,
                    change.school(),
                    "bid.schools.pledge",
                    change.before().pledge(),
                    change.after().pledge());
        });
        return table;
    }

    private String words(PlanDifference.Amounts amounts) {
        return amounts.takesPart()
                ? getTranslation("bid.revisions.amounts", amounts.share(), amounts.pledge())
                : getTranslation("bid.revisions.noPart");
    }

    private void amounts(DataTable table, String school, String key, Money was, Money is) {
        if (!was.equals(is)) {
            Div label = new Div(getTranslation(key));
            label.addClassName("hint");
            table.row(new Div(new Span(school), label), new Span(was.format()), new Span(byHowMuch(was, is)));
        }
    }

    private Component table(PlanSection section, List<PlanChange> changes) {
        DataTable table = new DataTable(
                getTranslation("enum.PlanSection." + section.name()),
                Column.text(getTranslation("bid.revisions.where")),
                Column.text(earlier),
                Column.text(later));
        table.stacked();
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
        PlanOutline later = difference.after();
        PlanOutline plan = later.plan().find(line.section(), line.id()).isPresent() ? later : difference.before();
        String words = plan.name(line);
        String key = "bid.revisions.name." + line.section().name();
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
        String before = shown(change, field, field.before(), difference.before());
        return isAmount(change, field)
                ? new Span(before)
                : WordDifference.before(before, shown(change, field, field.after(), difference.after()));
    }

    private Component after(PlanChange change, Field field) {
        String after = shown(change, field, field.after(), difference.after());
        if (!isAmount(change, field)) {
            return WordDifference.after(shown(change, field, field.before(), difference.before()), after);
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

    /** @param plan whose lines a link leads to */
    private String shown(PlanChange change, Field field, String typed, PlanOutline plan) {
        return declared(change.line(), field)
                .map(declared -> declared.namesThings() ? plan.named(typed) : texts.shown(declared, typed))
                .orElse(typed);
    }
}
