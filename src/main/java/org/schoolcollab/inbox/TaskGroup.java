package org.schoolcollab.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Role.ScopeType;
import org.schoolcollab.security.Scope;

/** A queue's key: a role in a place, as {@link Scope#groupOf} writes it, or one person alone. */
public record TaskGroup(String key) {

    private static final String PERSON = "PERSON:";

    /** The queue of what is one person's alone, such as a vote. */
    static TaskGroup ofPerson(PersonId person) {
        return new TaskGroup(person.ownGroup());
    }

    /** Every queue whose work this person may see. */
    static List<String> of(Actor actor) {
        List<String> keys = new ArrayList<>(actor.groups());
        keys.add(ofPerson(actor.id()).key());
        return keys;
    }

    public boolean isPersonal() {
        return key.startsWith(PERSON);
    }

    /** The one person whose queue this is; empty for a role's. */
    public Optional<PersonId> person() {
        return isPersonal() ? Optional.of(PersonId.of(key.substring(PERSON.length()))) : Optional.empty();
    }

    public boolean includes(Actor actor) {
        return of(actor).contains(key);
    }

    /** The role whose holders share this queue; empty for one person's. */
    public Optional<Role> role() {
        if (isPersonal()) {
            return Optional.empty();
        }
        return Optional.of(Role.valueOf(key.split(":", 3)[0]));
    }

    /** Where the role is held. */
    public Scope scope() {
        String[] parts = key.split(":", 3);
        return parts.length < 3
                ? Scope.all()
                : new Scope(ScopeType.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts[2]);
    }
}
