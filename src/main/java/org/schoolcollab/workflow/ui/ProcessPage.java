package org.schoolcollab.workflow.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import java.util.List;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shell.Page;
import org.schoolcollab.workflow.publish.ProcessVersions;
import org.schoolcollab.workflow.publish.ProcessVersions.Entry;

/** A page about one process, which the address names by its key. */
abstract class ProcessPage extends Page implements BeforeEnterObserver {

    private final transient ProcessVersions versions;

    ProcessPage(ProcessVersions versions) {
        this.versions = versions;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String key = event.getRouteParameters().get("key").orElse("");
        try {
            open(key, versions.of(key));
        } catch (NotFound unknown) {
            NotFoundException missing = new NotFoundException();
            missing.initCause(unknown);
            throw missing;
        }
    }

    /** Shows the process; its versions come the latest first. */
    abstract void open(String key, List<Entry> entries);
}
