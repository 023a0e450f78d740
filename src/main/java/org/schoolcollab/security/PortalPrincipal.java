package org.schoolcollab.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** A logged-in person as Spring Security keeps them in the session. Equal by user name, so that sessions can be found and ended. */
public final class PortalPrincipal extends User {

    private final PersonId personId;
    private final String displayName;
    private final Set<RoleGrant> grants;

    public PortalPrincipal(
            PersonId personId,
            String username,
            String displayName,
            String passwordHash,
            boolean enabled,
            Set<RoleGrant> grants) {
        this(personId, username, displayName, passwordHash, enabled, true, grants);
    }

    private PortalPrincipal(
            PersonId personId,
            String username,
            String displayName,
            String passwordHash,
            boolean enabled,
            boolean notLocked,
            Set<RoleGrant> grants) {
        super(username, passwordHash, enabled, true, true, notLocked, authorities(grants));
        this.personId = personId;
        this.displayName = displayName;
        this.grants = Set.copyOf(grants);
    }

    private static List<SimpleGrantedAuthority> authorities(Set<RoleGrant> grants) {
        return Stream.concat(
                        Stream.of(Roles.PERSON),
                        grants.stream().map(grant -> grant.role().name()))
                .distinct()
                .map(name -> new SimpleGrantedAuthority("ROLE_" + name))
                .collect(Collectors.toUnmodifiableList());
    }

    /** The same person, whom the log-in refuses whatever the password. */
    PortalPrincipal locked() {
        return new PortalPrincipal(
                personId,
                getUsername(),
                displayName,
                java.util.Objects.requireNonNull(getPassword()),
                isEnabled(),
                false,
                grants);
    }

    public Actor actor() {
        return new Actor(personId, displayName, grants);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
