package org.schoolcollab.admin;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.OneTimeLinks;
import org.schoolcollab.security.OneTimeLinks.Purpose;
import org.schoolcollab.security.People;
import org.schoolcollab.security.People.Person;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Sessions;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed.Problem;

/**
 * Adds people and changes what they may do. Every change leaves an audit record with what was before and after, and ends the
 * person's sessions. Any roles may be held together; that nobody holds two sides of one check is decided bid by bid, where it happens.
 */
@UseCase
public class PeopleAdministration {

    /** A person was added; {@code link} is shown once and stored nowhere. */
    public record Added(PersonId id, String link) {}

    private final People people;
    private final PersonRules rules;
    private final OneTimeLinks links;
    private final Sessions sessions;
    private final PortalAddress address;
    private final AuditTrail audit;
    private final CurrentUser currentUser;

    PeopleAdministration(
            People people,
            PersonRules rules,
            OneTimeLinks links,
            Sessions sessions,
            PortalAddress address,
            AuditTrail audit,
            CurrentUser currentUser) {
        this.people = people;
        this.rules = rules;
        this.links = links;
        this.sessions = sessions;
        this.address = address;
        this.audit = audit;
        this.currentUser = currentUser;
    }

    /** Adds a person, who chooses a password by the link. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Added add(NewPerson person) {
        requireAdministrator();
        List<Problem> problems = new ArrayList<>(rules.ofDetails(person.username(), person.name(), person.email()));
        problems.addAll(rules.ofGrants(person.grants()));
        PersonRules.refuse(problems);
        String email = Texts.clean(person.email());
        // Nobody knows this password; the person's own comes by the link.
        String unknown = people.hash(UUID.randomUUID().toString());
        PersonId id = people.add(
                Texts.clean(person.username()),
                Texts.clean(person.name()),
                email.isEmpty() ? null : email,
                unknown,
                false,
                person.grants());
        audit.record(act(id, "person.added")
                .with("username", Texts.clean(person.username()))
                .with("after.grants", words(person.grants())));
        return new Added(id, link(id));
    }

    /** A new link to choose a password, which is shown once; an earlier one works no more. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public String newLink(PersonId id) {
        requireAdministrator();
        Person person = people.find(id).orElseThrow(NotFound::new);
        audit.record(act(id, "person.linkIssued").with("username", person.username()));
        return link(id);
    }

    @RolesAllowed(Roles.ADMINISTRATOR)
    public void changeGrants(PersonId id, Set<RoleGrant> grants) {
        requireAdministrator();
        PersonRules.refuse(rules.ofGrants(grants));
        Person person = people.find(id).orElseThrow(NotFound::new);
        Set<RoleGrant> before = people.grantsOf(id);
        if (before.equals(grants)) {
            return;
        }
        if (grants.stream().noneMatch(grant -> grant.role() == Role.ADMINISTRATOR)) {
            requireOtherAdministrator(id);
        }
        people.replaceGrants(id, grants);
        audit.record(act(id, "person.grantsChanged").changed("grants", words(before), words(grants)));
        sessions.endAfterCommit(person.username());
    }

    /** The person can no longer log in. What they did stays. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void disable(PersonId id) {
        requireAdministrator();
        requireOtherAdministrator(id);
        setEnabled(id, false, "person.disabled");
    }

    @RolesAllowed(Roles.ADMINISTRATOR)
    public void enable(PersonId id) {
        requireAdministrator();
        setEnabled(id, true, "person.enabled");
    }

    private void setEnabled(PersonId id, boolean enabled, String action) {
        Person person = people.find(id).orElseThrow(NotFound::new);
        if (person.enabled() == enabled) {
            return;
        }
        people.setEnabled(id, enabled);
        audit.record(act(id, action).changed("enabled", person.enabled(), enabled));
        sessions.endAfterCommit(person.username());
    }

    private void requireAdministrator() {
        currentUser.actor().require(Role.ADMINISTRATOR, List.of());
    }

    private void requireOtherAdministrator(PersonId id) {
        List<PersonId> administrators = people.lockAdministrators();
        if (administrators.size() == 1 && administrators.contains(id)) {
            throw new LastAdministrator();
        }
    }

    private String link(PersonId id) {
        return address.of("choose-password/" + links.issue(Purpose.CHOOSE_PASSWORD, id));
    }

    private static Act act(PersonId id, String action) {
        return Act.on("person", id.toString(), action, Roles.ADMINISTRATOR);
    }

    private static String words(Collection<RoleGrant> grants) {
        return grants.stream().map(RoleGrant::group).sorted().collect(Collectors.joining(", "));
    }
}
