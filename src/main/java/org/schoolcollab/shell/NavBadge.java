package org.schoolcollab.shell;

import org.schoolcollab.security.Actor;

/** A live count beside an entry of the navigation. A module provides one as a bean. */
public interface NavBadge {

    /** Path of the entry, without a leading slash. */
    String path();

    int count(Actor actor);
}
