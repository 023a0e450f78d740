package org.schoolcollab.security;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person may do changed: roles were given or taken, or the log-in was disabled or enabled. Published in the transaction of the
 * change, so that what follows from it commits with it.
 *
 * @param before what counted until now; empty for somebody new or disabled
 * @param after what counts from now on; empty for somebody disabled
 */
public record RolesChanged(PersonId person, Set<RoleGrant> before, Set<RoleGrant> after) {

    public RolesChanged {
        before = Set.copyOf(before);
        after = Set.copyOf(after);
    }

    /** Task groups whose work this person may no longer take. */
    public Set<String> lostGroups() {
        Set<String> lost = groups(before);
        lost.removeAll(groups(after));
        return lost;
    }

    /** What was held before or is held now. */
    public Set<RoleGrant> touched() {
        Set<RoleGrant> all = new HashSet<>(before);
        all.addAll(after);
        return all;
    }

    private static Set<String> groups(Collection<RoleGrant> grants) {
        return grants.stream().map(RoleGrant::group).collect(Collectors.toCollection(HashSet::new));
    }
}
