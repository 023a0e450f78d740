package org.schoolcollab.admin.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.schoolcollab.admin.GovernorAdministration;
import org.schoolcollab.admin.PeopleAdministration;
import org.schoolcollab.admin.PeopleQueries;
import org.schoolcollab.admin.PersonEntry;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Refusals;

/** Changes what a person may do and which schools they govern, whether they may log in, and gives them a new link for their password. */
class ChangePersonDialog extends Dialog {

    private final transient PeopleAdministration administration;
    private final transient PersonEntry person;
    private final ErrorSummary errors = new ErrorSummary();
    private final GrantEditor grants;
    private final transient Runnable done;

    ChangePersonDialog(
            PeopleQueries people,
            PeopleAdministration administration,
            GovernorAdministration governors,
            PersonEntry person,
            Runnable done) {
        this.administration = administration;
        this.person = person;
        this.done = done;
        grants = new GrantEditor(people::placesFor);
        grants.show(person.grants());
        errors.register("grants", grants.field());
        setHeaderTitle(person.name());
        addClassName("person-dialog");

        Button link = new Button(getTranslation("admin.change.link"), e -> link());
        Button toggle = person.enabled()
                ? new Button(getTranslation("admin.change.disable"), e -> disable())
                : new Button(getTranslation("admin.change.enable"), e -> enable());
        if (person.enabled()) {
            toggle.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
        Div access = new Div(link, toggle);
        access.addClassName("grant-row");
        add(
                errors,
                new Facts().fact(getTranslation("admin.person.username"), person.username()),
                grants,
                new Paragraph(getTranslation("admin.change.sessions")),
                new GovernorEditor(governors, person, done),
                access);
        Button save = new Button(getTranslation("admin.change.save"), e -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("shell.cancel"), e -> close()), save);
    }

    private void save() {
        doing(() -> administration.changeGrants(person.id(), grants.grants()), "admin.change.saved");
    }

    private void disable() {
        doing(() -> administration.disable(person.id()), "admin.change.disabled");
    }

    private void enable() {
        doing(() -> administration.enable(person.id()), "admin.change.enabled");
    }

    private void link() {
        try {
            String link = administration.newLink(person.id());
            close();
            new LinkDialog(person.name(), link).open();
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
        }
    }

    private void doing(Runnable step, String doneKey) {
        try {
            step.run();
            close();
            done.run();
            Refusals.done(getTranslation(doneKey, person.name()));
        } catch (ValidationFailed failed) {
            errors.show(failed.problems());
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
        }
    }
}
