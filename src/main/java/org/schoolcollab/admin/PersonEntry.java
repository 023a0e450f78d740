package org.schoolcollab.admin;

import java.util.List;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;

/** A person on the people screen. */
public record PersonEntry(
        PersonId id, String username, String name, boolean enabled, boolean demo, List<Grant> grants) {

    /** A role in a place. */
    public record Grant(Role role, Place place) {}
}
