package org.schoolcollab.shell;

import com.vaadin.flow.shared.Registration;
import org.schoolcollab.security.Actor;

/** A live count beside an entry of the navigation. A module provides one as a bean. */
public interface NavBadge {

    /** Path of the entry, without a leading slash. */
    String path();

    int count(Actor actor);

    /** Calls back, on any thread, whenever the count of this person may have changed, until the registration is removed. */
    default Registration listen(Actor actor, Runnable changed) {
        return () -> {};
    }
}
