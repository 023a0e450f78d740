package org.schoolcollab.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.schoolcollab.security.AccessRefused;

/** Shown instead of a page whose content the person may not see: says so and where to go on. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class RefusalView extends Page implements HasErrorParameter<AccessRefused> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessRefused> parameter) {
        title(getTranslation("shell.refused.title"));
        add(
                new Paragraph(getTranslation("shell.refused.text")),
                new Anchor("tasks", getTranslation("shell.refused.tasks")));
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
