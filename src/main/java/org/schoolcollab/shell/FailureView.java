package org.schoolcollab.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shown where a page could not be made: the sentence of a refusal, or an apology with a reference that leads to the log. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class FailureView extends Page implements HasErrorParameter<Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(FailureView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        title(getTranslation("shell.failure.title"));
        add(
                new Paragraph(sentence(parameter.getException())),
                new Anchor("tasks", getTranslation("shell.notFound.tasks")));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    private String sentence(Exception failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof BusinessRuleViolation violation) {
                return Refusals.sentence(this, violation);
            }
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("A page could not be made, reference {}", reference, failure);
        return getTranslation("shell.unexpected", reference);
    }
}
