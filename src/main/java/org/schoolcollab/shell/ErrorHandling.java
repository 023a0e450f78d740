package org.schoolcollab.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.UUID;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The last net: a refusal becomes its sentence, anything else an apology with a reference that leads to the log. */
@Component
class ErrorHandling implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorHandling.class);
    private static final int READ_MS = 12_000;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addSessionInitListener(init -> init.getSession().setErrorHandler(error -> {
                    Throwable cause = error.getThrowable();
                    for (Throwable t = cause; t != null; t = t.getCause()) {
                        if (t instanceof BusinessRuleViolation violation && UI.getCurrent() != null) {
                            Refusals.show(UI.getCurrent(), violation);
                            return;
                        }
                    }
                    String reference = UUID.randomUUID().toString().substring(0, 8);
                    LOG.error("Unexpected failure, reference {}", reference, cause);
                    UI ui = UI.getCurrent();
                    if (ui != null) {
                        Notification sorry = new Notification(
                                ui.getTranslation("shell.unexpected", reference),
                                READ_MS,
                                Notification.Position.TOP_CENTER);
                        sorry.addThemeVariants(NotificationVariant.ERROR);
                        sorry.setAssertive(true);
                        sorry.open();
                    }
                }));
    }
}
