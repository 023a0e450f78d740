package org.schoolcollab.demo.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.HeaderExtra;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;

/** "Demo date: 16 June 2014" in the bar on top; for an administrator a link to where it can be moved. */
@org.springframework.stereotype.Component
@Profile("demo")
@Order(10)
class DateInHeader implements HeaderExtra {

    private final PortalClock clock;
    private final CurrentUser currentUser;

    DateInHeader(PortalClock clock, CurrentUser currentUser) {
        this.clock = clock;
        this.currentUser = currentUser;
    }

    @Override
    public Component content() {
        boolean mayMove = currentUser
                .find()
                .filter(actor -> actor.has(Role.ADMINISTRATOR))
                .isPresent();
        Span text = new Span();
        text.addClassName("demo-date");
        text.setText(sentence(text));
        text.addAttachListener(event -> {
            var update = event.getUI().addAfterNavigationListener(navigation -> text.setText(sentence(text)));
            text.addDetachListener(gone -> {
                update.remove();
                gone.unregisterListener();
            });
        });
        return mayMove ? new Anchor("demo-date", text) : text;
    }

    private String sentence(Component owner) {
        return owner.getTranslation("demo.date.header", Dates.day(clock.today()));
    }
}
