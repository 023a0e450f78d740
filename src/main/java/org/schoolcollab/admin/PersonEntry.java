package org.schoolcollab.admin;

import java.util.List;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;

/**
 * A person on the people screen.
 *
 * @param governs names of the schools that the person is a governor of today
 */
public record PersonEntry(
        PersonId id,
        String username,
        String name,
        boolean enabled,
        boolean demo,
        List<Grant> grants,
        List<String> governs) {

    /** A role in a place. */
    public record Grant(Role role, Place place) {}
}
