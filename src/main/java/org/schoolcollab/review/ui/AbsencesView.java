package org.schoolcollab.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import org.schoolcollab.review.Absence;
import org.schoolcollab.review.AdviserAbsences;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.DayField;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Page;
import org.schoolcollab.shell.Refusals;

/** An adviser says when they are away and who stands in; an administrator says so for anybody. */
@Route("absences")
@RolesAllowed({Roles.ADVISER, Roles.ADMINISTRATOR})
public class AbsencesView extends Page implements BeforeEnterObserver {

    private final transient AdviserAbsences absences;
    private final Div list = new Div();
    private final ErrorSummary errors = new ErrorSummary();
    private final Select<People.Person> adviser = new Select<>();
    private final Select<People.Person> deputy = new Select<>();
    private final DayField from = day("review.absence.from");
    private final DayField to = day("review.absence.to");

    AbsencesView(AdviserAbsences absences) {
        this.absences = absences;
        title(getTranslation("review.absence.title"));
        subtitle(getTranslation("review.absence.subtitle"));
        person(adviser, "review.absence.adviser");
        person(deputy, "review.absence.deputy");
        adviser.addValueChangeListener(event -> {
            People.Person chosen = event.getValue();
            deputy.setItems(chosen == null ? List.of() : absences.deputies(chosen.id()));
        });
        errors.register("deputy", deputy);
        errors.register("from", from);
        errors.register("to", to);
        Button enter = new Button(getTranslation("review.absence.enter"), event -> enter());
        enter.addThemeVariants(ButtonVariant.PRIMARY);
        Section form = new Section(
                new H2(getTranslation("review.absence.new")), errors, adviser, from, to, deputy, new Div(enter));
        form.addClassNames("card", "form", "stack");
        list.addClassName("stack");
        add(list, form);
    }

    private DayField day(String labelKey) {
        DayField field = new DayField(getTranslation(labelKey));
        field.setManualValidation(true);
        return field;
    }

    private void person(Select<People.Person> field, String labelKey) {
        field.setLabel(getTranslation(labelKey));
        field.setItemLabelGenerator(People.Person::displayName);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<People.Person> advisers = absences.advisers();
        adviser.setItems(advisers);
        if (advisers.size() == 1) {
            adviser.setValue(advisers.getFirst());
        }
        show();
    }

    private void show() {
        list.removeAll();
        List<Absence> all = absences.list();
        if (all.isEmpty()) {
            Paragraph empty = new Paragraph(getTranslation("review.absence.none"));
            empty.addClassName("empty");
            list.add(empty);
            return;
        }
        DataTable table = new DataTable(
                getTranslation("review.absence.title"),
                Column.text(getTranslation("review.absence.adviser")),
                Column.text(getTranslation("review.absence.days")),
                Column.text(getTranslation("review.absence.deputy")),
                Column.text(getTranslation("review.absence.act")));
        table.stacked();
        List<People.Person> own = absences.advisers();
        all.forEach(absence -> table.row(
                new Span(absence.adviserName()),
                new Span(getTranslation("review.absence.fromTo", Dates.day(absence.from()), Dates.day(absence.to()))),
                new Span(absence.deputyName()),
                own.stream().anyMatch(person -> person.id().equals(absence.adviser())) ? end(absence) : new Span()));
        list.add(table);
    }

    private Button end(Absence absence) {
        Button end = new Button(getTranslation("review.absence.end"), event -> {
            try {
                absences.end(absence.id());
                Refusals.done(getTranslation("review.absence.ended", absence.adviserName()));
            } catch (BusinessRuleViolation refused) {
                Refusals.show(this, refused);
            }
            show();
        });
        end.setAriaLabel(getTranslation("review.absence.end.of", absence.adviserName(), Dates.day(absence.from())));
        return end;
    }

    private void enter() {
        People.Person away = adviser.getValue();
        if (away == null) {
            return;
        }
        People.Person standsIn = deputy.getValue();
        try {
            Absence entered =
                    absences.enter(away.id(), standsIn == null ? null : standsIn.id(), from.getValue(), to.getValue());
            errors.clear();
            from.clear();
            to.clear();
            deputy.clear();
            Refusals.done(getTranslation(
                    "review.absence.done", Objects.requireNonNull(entered).deputyName(), entered.adviserName()));
            show();
        } catch (ValidationFailed gaps) {
            errors.show(gaps.problems());
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
        }
    }
}
