package org.schoolcollab.security.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** Where everybody logs in. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final LoginForm form = new LoginForm();
    private boolean refused;

    LoginView(ObjectProvider<LoginHint> hints) {
        addClassName("login-page");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(texts());

        Div card = new Div(
                new H1(getTranslation("app.name")), new Paragraph(getTranslation("security.login.intro")), form);
        card.addClassName("login-card");
        add(card);
        List<LoginHint> shown = hints.orderedStream().toList();
        shown.forEach(hint -> add(hint.content()));
    }

    private LoginI18n texts() {
        LoginI18n i18n = LoginI18n.createDefault();
        LoginI18n.Form labels = i18n.getForm();
        labels.setTitle(getTranslation("security.login.title"));
        labels.setUsername(getTranslation("security.login.username"));
        labels.setPassword(getTranslation("security.login.password"));
        labels.setSubmit(getTranslation("security.login.submit"));
        LoginI18n.ErrorMessage error = i18n.getErrorMessage();
        error.setTitle(getTranslation("security.login.error.title"));
        error.setMessage(getTranslation("security.login.error.message"));
        error.setUsername(getTranslation("security.login.username.required"));
        error.setPassword(getTranslation("security.login.password.required"));
        return i18n;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refused = event.getLocation().getQueryParameters().getParameters().containsKey("error");
        form.setError(refused);
    }

    @Override
    public String getPageTitle() {
        String page = getTranslation(refused ? "security.login.error.page" : "security.login.title");
        return page + " – " + getTranslation("app.name");
    }
}
