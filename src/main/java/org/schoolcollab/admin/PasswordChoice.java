package org.schoolcollab.admin;

import jakarta.annotation.security.PermitAll;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.security.LinkDoesNotWork;
import org.schoolcollab.security.OneTimeLinks;
import org.schoolcollab.security.OneTimeLinks.Purpose;
import org.schoolcollab.security.People;
import org.schoolcollab.security.People.Person;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Sessions;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** Somebody who holds a one-time link chooses a password. Open to everybody: the link's secret is the permission. */
@UseCase
public class PasswordChoice {

    private final OneTimeLinks links;
    private final People people;
    private final PersonRules rules;
    private final Sessions sessions;
    private final AuditTrail audit;

    PasswordChoice(OneTimeLinks links, People people, PersonRules rules, Sessions sessions, AuditTrail audit) {
        this.links = links;
        this.people = people;
        this.rules = rules;
        this.sessions = sessions;
        this.audit = audit;
    }

    @PermitAll
    @Transactional(readOnly = true)
    public boolean isOpen(String token) {
        return links.works(Purpose.CHOOSE_PASSWORD, token);
    }

    /**
     * Sets the password and uses the link up.
     *
     * @throws LinkDoesNotWork if it is unknown, used or too old, or the person may no longer log in
     */
    @PermitAll
    public void choose(String token, String password, String repeated) {
        PersonRules.refuse(rules.ofPassword(password, repeated));
        PersonId id = links.use(Purpose.CHOOSE_PASSWORD, token).orElseThrow(LinkDoesNotWork::new);
        Person person = people.find(id).filter(Person::enabled).orElseThrow(LinkDoesNotWork::new);
        people.setPassword(id, people.hash(password));
        audit.record(
                Act.on("person", id.toString(), "person.passwordChosen", "").with("username", person.username()));
        sessions.endAfterCommit(person.username());
    }
}
