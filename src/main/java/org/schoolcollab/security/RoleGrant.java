package org.schoolcollab.security;

/** One role in one place. */
public record RoleGrant(Role role, Scope scope) implements java.io.Serializable {

    /** The task group whose work this grant may take. */
    public String group() {
        return scope.groupOf(role);
    }
}
