package org.schoolcollab.admin;

import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.security.LinkDoesNotWork;
import org.schoolcollab.security.OneTimeLinks;
import org.schoolcollab.security.OneTimeLinks.Purpose;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates the first administrator of a new portal by a one-time link that the start prints. Open to everybody: the link's secret is
 * the permission. Works no more once there is an administrator.
 */
@UseCase
public class FirstAdministrator {

    private final OneTimeLinks links;
    private final People people;
    private final PersonRules rules;
    private final AuditTrail audit;

    FirstAdministrator(OneTimeLinks links, People people, PersonRules rules, AuditTrail audit) {
        this.links = links;
        this.people = people;
        this.rules = rules;
        this.audit = audit;
    }

    /**
     * Who it shall be, as typed.
     *
     * @param email may be empty
     */
    public record Answers(String username, String name, String email, String password, String repeated) {

        /** Without the password, for logs. */
        @Override
        public String toString() {
            return "Answers[" + username + "]";
        }
    }

    @PermitAll
    @Transactional(readOnly = true)
    public boolean isOpen(String token) {
        return !people.hasAdministrator() && links.works(Purpose.FIRST_ADMINISTRATOR, token);
    }

    /**
     * Adds the administrator and uses the link up.
     *
     * @throws LinkDoesNotWork if it is unknown, used or too old, or there is an administrator
     */
    @PermitAll
    public void create(String token, Answers answers) {
        links.use(Purpose.FIRST_ADMINISTRATOR, token);
        if (people.hasAdministrator()) {
            throw new LinkDoesNotWork();
        }
        List<Problem> problems = new ArrayList<>(rules.ofDetails(answers.username(), answers.name(), answers.email()));
        problems.addAll(rules.ofPassword(answers.password(), answers.repeated()));
        PersonRules.refuse(problems);
        String email = Texts.clean(answers.email());
        RoleGrant grant = new RoleGrant(Role.ADMINISTRATOR, Scope.all());
        PersonId id = people.add(
                Texts.clean(answers.username()),
                Texts.clean(answers.name()),
                email.isEmpty() ? null : email,
                people.hash(answers.password()),
                false,
                List.of(grant));
        audit.record(Act.on("person", id.toString(), "person.firstAdministrator", Roles.ADMINISTRATOR)
                .with("username", Texts.clean(answers.username()))
                .with("after.grants", grant.group()));
    }
}
