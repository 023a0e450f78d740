package org.schoolcollab.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** Shown instead of a screen that is closed to all roles of the person: the same words as {@link RefusalView}. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class ClosedRouteView extends Page implements HasErrorParameter<AccessDeniedException> {

    private final transient List<ClosedRouteListener> listeners;

    ClosedRouteView(List<ClosedRouteListener> listeners) {
        this.listeners = listeners;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        listeners.forEach(listener -> listener.refused(event.getLocation().getPath()));
        title(getTranslation("shell.refused.title"));
        add(
                new Paragraph(getTranslation("shell.refused.text")),
                new Anchor("tasks", getTranslation("shell.refused.tasks")));
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
