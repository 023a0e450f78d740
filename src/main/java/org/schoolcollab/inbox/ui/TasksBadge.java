package org.schoolcollab.inbox.ui;

import com.vaadin.flow.shared.Registration;
import java.util.HashSet;
import org.schoolcollab.inbox.InboxChanges;
import org.schoolcollab.inbox.InboxQueries;
import org.schoolcollab.security.Actor;
import org.schoolcollab.shell.NavBadge;
import org.springframework.stereotype.Component;

/** How many tasks wait for the person, beside "Tasks" in the navigation. */
@Component
class TasksBadge implements NavBadge {

    private final InboxQueries queries;
    private final InboxChanges changes;

    TasksBadge(InboxQueries queries, InboxChanges changes) {
        this.queries = queries;
        this.changes = changes;
    }

    @Override
    public String path() {
        return "tasks";
    }

    @Override
    public int count(Actor actor) {
        return queries.counts().mine();
    }

    @Override
    public Registration listen(Actor actor, Runnable changed) {
        return changes.listen(new HashSet<>(queries.myGroups()), changed);
    }
}
