package org.schoolcollab.inbox.ui;

import org.schoolcollab.inbox.InboxQueries;
import org.schoolcollab.security.Actor;
import org.schoolcollab.shell.NavBadge;
import org.springframework.stereotype.Component;

/** How many tasks wait for the person, beside "Tasks" in the navigation. */
@Component
class TasksBadge implements NavBadge {

    private final InboxQueries queries;

    TasksBadge(InboxQueries queries) {
        this.queries = queries;
    }

    @Override
    public String path() {
        return "tasks";
    }

    @Override
    public int count(Actor actor) {
        return queries.counts().mine();
    }
}
