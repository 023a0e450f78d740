package org.schoolcollab.security;

import java.util.UUID;
import org.schoolcollab.security.Role.ScopeType;

/**
 * A place that a role reaches over.
 *
 * @param key the area's or district's code, or the id of the collaboration or establishment; empty for {@link ScopeType#ALL}
 */
public record Scope(ScopeType type, String key) implements java.io.Serializable {

    public static Scope all() {
        return new Scope(ScopeType.ALL, "");
    }

    public static Scope area(String code) {
        return new Scope(ScopeType.AREA, code);
    }

    public static Scope district(String code) {
        return new Scope(ScopeType.DISTRICT, code);
    }

    public static Scope collaboration(UUID id) {
        return new Scope(ScopeType.COLLABORATION, id.toString());
    }

    public static Scope establishment(UUID id) {
        return new Scope(ScopeType.ESTABLISHMENT, id.toString());
    }

    /** The task group of a role in this place, as process definitions name it: {@code ADVISER:district:dover}. */
    public String groupOf(Role role) {
        return type == ScopeType.ALL
                ? role.name()
                : role.name() + ":" + type.name().toLowerCase(java.util.Locale.ROOT) + ":" + key;
    }
}
