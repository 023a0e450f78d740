package org.schoolcollab.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** Shown where an address leads nowhere. Views throw {@link NotFoundException} for an id that names nothing. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class NotFoundView extends Page implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        title(getTranslation("shell.notFound.title"));
        add(
                new Paragraph(getTranslation("shell.notFound.text")),
                new Anchor("tasks", getTranslation("shell.notFound.tasks")));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
