package org.schoolcollab.admin.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.schoolcollab.admin.FirstAdministrator;
import org.schoolcollab.shell.ErrorSummary;

/** Where the first administrator of a new portal is created, by the link that the start printed. */
@Route(value = "first-administrator/:token", autoLayout = false)
@AnonymousAllowed
public class FirstAdministratorView extends LinkPage {

    private final transient FirstAdministrator first;
    private final TextField username = new TextField();
    private final TextField name = new TextField();
    private final EmailField email = new EmailField();

    FirstAdministratorView(FirstAdministrator first) {
        super("admin.first");
        this.first = first;
        username.setLabel(getTranslation("admin.person.username"));
        username.setHelperText(getTranslation("admin.person.username.hint"));
        name.setLabel(getTranslation("admin.person.name"));
        email.setLabel(getTranslation("admin.person.email"));
        email.setManualValidation(true);
    }

    @Override
    boolean isOpen(String secret) {
        return first.isOpen(secret);
    }

    @Override
    void fields(Div form, ErrorSummary summary) {
        summary.register("username", username);
        summary.register("name", name);
        summary.register("email", email);
        form.add(username, name, email);
    }

    @Override
    void act(String secret, String typed, String typedAgain) {
        first.create(
                secret,
                new FirstAdministrator.Answers(
                        username.getValue(), name.getValue(), email.getValue(), typed, typedAgain));
    }
}
