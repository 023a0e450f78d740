package org.schoolcollab.admin.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import org.schoolcollab.admin.GovernorAdministration;
import org.schoolcollab.admin.PersonEntry;
import org.schoolcollab.establishment.EstablishmentDirectory.School;
import org.schoolcollab.establishment.Governors.Tie;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.DayField;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Refusals;

/** Which schools a person is or was a governor of: a list, and a school and a first day to add. Each change is kept at once. */
class GovernorEditor extends Div {

    private final transient GovernorAdministration governors;
    private final transient PersonEntry person;
    private final transient Runnable changed;
    private final ErrorSummary errors = new ErrorSummary();
    private final Div held = new Div();
    private final ComboBox<School> school = new ComboBox<>();
    private final DayField from = day();

    GovernorEditor(GovernorAdministration governors, PersonEntry person, Runnable changed) {
        this.governors = governors;
        this.person = person;
        this.changed = changed;
        addClassName("grant-editor");
        school.setLabel(getTranslation("admin.governor.school"));
        school.setItemLabelGenerator(School::name);
        school.setItems(governors.schools());
        from.setLabel(getTranslation("admin.governor.from"));
        errors.register("school", school);
        errors.register("from", from);
        Button add = new Button(getTranslation("admin.governor.add"), e -> add());
        Div row = new Div(school, from, add);
        row.addClassName("grant-row");
        Paragraph hint = new Paragraph(getTranslation("admin.governor.hint"));
        hint.addClassName("hint");
        add(new H3(getTranslation("admin.governor.title")), errors, held, row, hint);
        show();
    }

    private void show() {
        held.removeAll();
        List<Tie> ties = governors.of(person.id());
        if (ties.isEmpty()) {
            held.add(new Paragraph(getTranslation("admin.governor.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.getElement().setAttribute("aria-label", getTranslation("admin.governor.title"));
        ties.forEach(tie -> list.add(line(tie)));
        held.add(list);
    }

    private ListItem line(Tie tie) {
        LocalDate to = tie.to();
        if (to != null) {
            return new ListItem(new Span(
                    getTranslation("admin.governor.until", tie.schoolName(), Dates.day(tie.from()), Dates.day(to))));
        }
        Button end = new Button(getTranslation("admin.governor.end"), e -> end(tie));
        end.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        end.setAriaLabel(getTranslation("admin.governor.end.of", tie.schoolName()));
        return new ListItem(
                new Span(getTranslation("admin.governor.since", tie.schoolName(), Dates.day(tie.from()))),
                new Span(" "),
                end);
    }

    private void add() {
        School chosen = school.getValue();
        try {
            governors.add(person.id(), chosen == null ? null : chosen.id(), from.getValue());
            errors.clear();
            school.clear();
            from.clear();
            done("admin.governor.added", person.name(), chosen.name());
        } catch (ValidationFailed gaps) {
            errors.show(gaps.problems());
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
        }
    }

    private void end(Tie tie) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("admin.governor.end.title"));
        dialog.addClassName("check-dialog");
        ErrorSummary gaps = new ErrorSummary();
        DayField last = day();
        last.setLabel(getTranslation("admin.governor.last"));
        gaps.register("last", last);
        Paragraph next = new Paragraph(getTranslation("admin.governor.end.next"));
        next.addClassName("what-next");
        dialog.add(gaps, new Paragraph(tie.schoolName()), last, next);
        Button save = new Button(getTranslation("admin.governor.end.do"), e -> {
            try {
                governors.end(tie.id(), last.getValue());
                dialog.close();
                done("admin.governor.ended", person.name(), tie.schoolName(), Dates.day(last.getValue()));
            } catch (ValidationFailed failed) {
                gaps.show(failed.problems());
            } catch (BusinessRuleViolation refused) {
                Refusals.show(this, refused);
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(getTranslation("shell.back"), e -> dialog.close()), save);
        dialog.open();
    }

    private void done(String key, Object... names) {
        show();
        changed.run();
        Refusals.done(getTranslation(key, names));
    }

    private static DayField day() {
        DayField day = new DayField();
        day.setManualValidation(true);
        return day;
    }
}
