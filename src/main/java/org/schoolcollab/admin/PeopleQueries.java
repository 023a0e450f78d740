package org.schoolcollab.admin;

import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.schoolcollab.admin.PersonEntry.Grant;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** Reads who there is and what they may do where. */
@UseCase
public class PeopleQueries {

    private final People people;
    private final Places places;

    PeopleQueries(People people, Places places) {
        this.people = people;
        this.places = places;
    }

    /** People by name whose name, user name or place of a role holds the text; everybody for an empty text. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional(readOnly = true)
    public List<PersonEntry> find(String text) {
        Map<Scope, String> names = places.names();
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return people.all().stream()
                .map(person -> entry(person, names))
                .filter(person -> holds(person, wanted))
                .toList();
    }

    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional(readOnly = true)
    public PersonEntry get(PersonId id) {
        return entry(people.find(id).orElseThrow(NotFound::new), places.names());
    }

    /** The places to choose from for a role. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional(readOnly = true)
    public List<Place> placesFor(Role role) {
        return places.of(role);
    }

    private PersonEntry entry(People.Person person, Map<Scope, String> names) {
        List<Grant> grants = people.grantsOf(person.id()).stream()
                .map(grant -> new Grant(
                        grant.role(),
                        new Place(
                                grant.scope(),
                                names.getOrDefault(grant.scope(), grant.scope().key()))))
                .sorted(Comparator.comparing(Grant::role)
                        .thenComparing(grant -> grant.place().name()))
                .toList();
        return new PersonEntry(
                person.id(), person.username(), person.displayName(), person.enabled(), person.demo(), grants);
    }

    private static boolean holds(PersonEntry person, String wanted) {
        return contains(person.name(), wanted)
                || contains(person.username(), wanted)
                || person.grants().stream()
                        .anyMatch(grant -> contains(grant.place().name(), wanted));
    }

    private static boolean contains(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
