package org.schoolcollab.demo.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import org.schoolcollab.demo.DemoDate;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.DayField;
import org.schoolcollab.shell.Page;
import org.schoolcollab.shell.Refusals;
import org.springframework.beans.factory.ObjectProvider;

/** Where the administrator moves the demo's date forward. Outside the demo there is no such page. */
@Route("demo-date")
@RolesAllowed(Roles.ADMINISTRATOR)
public class DemoDateView extends Page implements BeforeEnterObserver {

    private final transient ObjectProvider<DemoDate> demoDate;
    private final transient PortalClock clock;
    private final Div presets = new Div();
    private final DayField date = new DayField();

    DemoDateView(ObjectProvider<DemoDate> demoDate, PortalClock clock) {
        this.demoDate = demoDate;
        this.clock = clock;
        title(getTranslation("demo.date.title"));
        presets.addClassName("demo-presets");
        date.setLabel(getTranslation("demo.date.field"));
        date.setHelperText(getTranslation("demo.date.field.hint"));
        Button go = new Button(getTranslation("demo.date.move"), event -> {
            if (date.getValue() == null) {
                showError(getTranslation("demo.date.missing"));
            } else {
                moveTo(date.getValue());
            }
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        Div card = new Div(
                new H2(getTranslation("demo.date.presets")),
                presets,
                new H2(getTranslation("demo.date.other")),
                date,
                new Div(go));
        card.addClassNames("card", "stack", "demo-date-card");
        add(new Paragraph(getTranslation("demo.date.text")), card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (demoDate.getIfAvailable() == null) {
            throw new com.vaadin.flow.router.NotFoundException();
        }
        show();
    }

    private void show() {
        subtitle(getTranslation("demo.date.header", Dates.day(clock.today())));
        presets.removeAll();
        demoDate.getObject().presets().forEach(preset -> {
            Button button = new Button(
                    getTranslation("demo.date.preset." + preset.key(), Dates.day(preset.date())),
                    event -> moveTo(preset.date()));
            presets.add(button);
        });
        date.setMin(clock.today().plusDays(1));
        date.clear();
        date.setInvalid(false);
    }

    private void moveTo(LocalDate target) {
        try {
            demoDate.getObject().moveTo(target);
        } catch (BusinessRuleViolation refused) {
            showError(Refusals.sentence(this, refused));
            return;
        }
        Refusals.done(getTranslation("demo.date.done", Dates.day(clock.today())));
        getUI().ifPresent(ui -> ui.refreshCurrentRoute(true));
    }

    private void showError(String text) {
        date.setErrorMessage(text);
        date.setInvalid(true);
        date.focus();
    }
}
