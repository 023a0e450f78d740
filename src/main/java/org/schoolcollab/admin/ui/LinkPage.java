package org.schoolcollab.admin.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Refusals;

/** A page behind a one-time link, in the frame of the log-in page: a form where the link works, a sentence where it does not. */
abstract class LinkPage extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final String key;
    private final Div card = new Div();
    private final ErrorSummary errors = new ErrorSummary();
    private final PasswordField password = new PasswordField();
    private final PasswordField repeated = new PasswordField();
    private String token = "";

    /** @param key of its texts */
    LinkPage(String key) {
        this.key = key;
        addClassName("login-page");
        card.addClassNames("login-card", "link-page");
        add(card);
        password.setLabel(getTranslation("admin.password.new"));
        password.setHelperText(getTranslation("admin.password.hint"));
        password.getElement().setAttribute("autocomplete", "new-password");
        repeated.setLabel(getTranslation("admin.password.repeat"));
        repeated.getElement().setAttribute("autocomplete", "new-password");
        errors.register("password", password);
        errors.register("repeated", repeated);
    }

    /** Whether the link works; looking uses nothing up. */
    abstract boolean isOpen(String secret);

    /** Puts the fields above the password into the form. */
    void fields(Div form, ErrorSummary summary) {}

    /** What the form is for. */
    abstract void act(String secret, String typed, String typedAgain);

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        card.removeAll();
        card.add(new H1(getTranslation(key + ".title")));
        if (!isOpen(token)) {
            card.add(new Paragraph(getTranslation("error.security.linkDoesNotWork")), toLogin());
            return;
        }
        Div form = new Div();
        form.addClassName("link-form");
        fields(form, errors);
        Button go = new Button(getTranslation(key + ".do"), e -> act());
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        form.add(password, repeated, go);
        card.add(new Paragraph(getTranslation(key + ".text")), errors, form);
    }

    private void act() {
        try {
            act(token, password.getValue(), repeated.getValue());
            card.removeAll();
            card.add(new H1(getTranslation(key + ".done")), toLogin());
        } catch (ValidationFailed failed) {
            errors.show(failed.problems());
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
        }
    }

    private Anchor toLogin() {
        Anchor anchor = new Anchor("login", getTranslation("admin.password.toLogin"));
        anchor.setRouterIgnore(true);
        return anchor;
    }

    @Override
    public String getPageTitle() {
        return getTranslation(key + ".title") + " – " + getTranslation("app.name");
    }
}
