package org.schoolcollab.admin;

import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.schoolcollab.admin.PersonEntry.Grant;
import org.schoolcollab.establishment.Governors;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** Reads who there is and what they may do where. */
@UseCase
public class PeopleQueries {

    private final People people;
    private final Places places;
    private final Governors governors;
    private final PortalClock clock;

    PeopleQueries(People people, Places places, Governors governors, PortalClock clock) {
        this.people = people;
        this.places = places;
        this.governors = governors;
        this.clock = clock;
    }

    /** People by name whose name, user name or place of a role holds the text; everybody for an empty text. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional(readOnly = true)
    public List<PersonEntry> find(String text) {
        Map<Scope, String> names = places.names();
        Map<PersonId, List<String>> governed = governed(governors.all());
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return people.all().stream()
                .map(person -> entry(person, names, governed.getOrDefault(person.id(), List.of())))
                .filter(person -> holds(person, wanted))
                .toList();
    }

    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional(readOnly = true)
    public PersonEntry get(PersonId id) {
        List<String> governs = governed(governors.of(id)).getOrDefault(id, List.of());
        return entry(people.find(id).orElseThrow(NotFound::new), places.names(), governs);
    }

    /** The places to choose from for a role. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional(readOnly = true)
    public List<Place> placesFor(Role role) {
        return places.of(role);
    }

    private Map<PersonId, List<String>> governed(List<Governors.Tie> ties) {
        LocalDate today = clock.today();
        return ties.stream()
                .filter(tie -> tie.isOn(today))
                .collect(Collectors.groupingBy(
                        Governors.Tie::person, Collectors.mapping(Governors.Tie::schoolName, Collectors.toList())));
    }

    private PersonEntry entry(People.Person person, Map<Scope, String> names, List<String> governs) {
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
                person.id(), person.username(), person.displayName(), person.enabled(), person.demo(), grants, governs);
    }

    private static boolean holds(PersonEntry person, String wanted) {
        return contains(person.name(), wanted)
                || contains(person.username(), wanted)
                || person.grants().stream()
                        .anyMatch(grant -> contains(grant.place().name(), wanted))
                || person.governs().stream().anyMatch(school -> contains(school, wanted));
    }

    private static boolean contains(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
