package org.schoolcollab.demo.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.schoolcollab.demo.DemoPeople;
import org.schoolcollab.shell.HeaderExtra;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;

/** Lets whoever tries the demo go on as another of its people: logs out and in again. */
@org.springframework.stereotype.Component
@Profile("demo")
@Order(20)
class PersonSwitch implements HeaderExtra {

    private final DemoPeople people;

    PersonSwitch(DemoPeople people) {
        this.people = people;
    }

    @Override
    public Component content() {
        Button open = new Button();
        open.setText(open.getTranslation("demo.switch.open"));
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        open.addClassName("demo-switch");
        open.addClickListener(event -> dialog().open());
        return open;
    }

    private Dialog dialog() {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(dialog.getTranslation("demo.switch.title"));
        ComboBox<DemoPeople.Shown> person = new ComboBox<>(dialog.getTranslation("demo.switch.person"));
        person.setItems(people.shown());
        person.setItemLabelGenerator(shown -> shown.displayName() + " · " + shown.username());
        person.setHelperText(dialog.getTranslation("demo.switch.hint"));
        person.setWidthFull();
        person.setAutofocus(true);
        Button go = new Button(dialog.getTranslation("demo.switch.go"), event -> {
            DemoPeople.Shown chosen = person.getValue();
            if (chosen == null) {
                person.setErrorMessage(person.getTranslation("demo.switch.missing"));
                person.setInvalid(true);
                person.focus();
            } else {
                switchTo(chosen.username());
            }
        });
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(new Paragraph(dialog.getTranslation("demo.switch.text")), person);
        dialog.getFooter().add(new Button(dialog.getTranslation("shell.cancel"), event -> dialog.close()), go);
        return dialog;
    }

    /** Ends this session, so that nothing of the person before is left in it, and lets the log-in page log in. */
    private static void switchTo(String username) {
        UI.getCurrent().getPage().setLocation("login?as=" + URLEncoder.encode(username, StandardCharsets.UTF_8));
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        VaadinServletResponse response = VaadinServletResponse.getCurrent();
        if (request != null && response != null) {
            new SecurityContextLogoutHandler()
                    .logout(
                            request.getHttpServletRequest(),
                            response.getHttpServletResponse(),
                            SecurityContextHolder.getContext().getAuthentication());
        }
    }
}
