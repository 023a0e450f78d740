package org.schoolcollab.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The person who acts now, with what they may do and where. */
public record Actor(PersonId id, String name, Set<RoleGrant> grants) {

    /** Whether the person holds the role anywhere. */
    public boolean has(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    /** Whether the person holds the role everywhere or in one of these places. */
    public boolean has(Role role, Collection<Scope> places) {
        return grants.stream()
                .anyMatch(grant -> grant.role() == role
                        && (grant.scope().type() == Role.ScopeType.ALL || places.contains(grant.scope())));
    }

    /** Like {@link #has(Role, Collection)}. */
    public boolean has(Role role, Scope... places) {
        return has(role, Arrays.asList(places));
    }

    /**
     * Refuses who does not hold the role in one of these places.
     *
     * @throws AccessRefused which leaves an audit record
     */
    public void require(Role role, Collection<Scope> places) {
        if (!has(role, places)) {
            throw new AccessRefused(role.name() + " " + places);
        }
    }

    /** Keys of the scopes of one type that a role of this person reaches over. */
    public Set<String> keys(Role role) {
        return grants.stream()
                .filter(grant -> grant.role() == role)
                .map(grant -> grant.scope().key())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The task groups whose work this person may take. */
    public List<String> groups() {
        return grants.stream().map(RoleGrant::group).sorted().toList();
    }
}
