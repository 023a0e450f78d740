package org.schoolcollab.admin.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import org.schoolcollab.admin.NewPerson;
import org.schoolcollab.admin.PeopleAdministration;
import org.schoolcollab.admin.PeopleQueries;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Refusals;

/** Adds a person and then shows the link by which they choose a password. */
class AddPersonDialog extends Dialog {

    private final transient PeopleAdministration administration;
    private final ErrorSummary errors = new ErrorSummary();
    private final TextField username = new TextField();
    private final TextField name = new TextField();
    private final EmailField email = new EmailField();
    private final GrantEditor grants;
    private final transient Runnable done;

    AddPersonDialog(PeopleQueries people, PeopleAdministration administration, Runnable done) {
        this.administration = administration;
        this.done = done;
        grants = new GrantEditor(people::placesFor);
        setHeaderTitle(getTranslation("admin.add.title"));
        addClassName("person-dialog");
        username.setLabel(getTranslation("admin.person.username"));
        username.setHelperText(getTranslation("admin.person.username.hint"));
        name.setLabel(getTranslation("admin.person.name"));
        email.setLabel(getTranslation("admin.person.email"));
        email.setManualValidation(true);
        errors.register("username", username);
        errors.register("name", name);
        errors.register("email", email);
        errors.register("grants", grants.field());
        add(errors, username, name, email, grants);
        Button add = new Button(getTranslation("admin.add.do"), e -> add());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("shell.cancel"), e -> close()), add);
    }

    private void add() {
        try {
            PeopleAdministration.Added added = administration.add(
                    new NewPerson(username.getValue(), name.getValue(), email.getValue(), grants.grants()));
            close();
            done.run();
            new LinkDialog(name.getValue(), added.link()).open();
        } catch (ValidationFailed failed) {
            errors.show(failed.problems());
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
        }
    }
}
