package org.schoolcollab.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.LinkDoesNotWork;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.PortalPrincipal;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.crypto.password.PasswordEncoder;

@PortalTest
class PeopleAdministrationModuleTest {

    private static final RoleGrant AUDITS = new RoleGrant(Role.AUDITOR, Scope.all());
    private static final RoleGrant ADVISES_DOVER = new RoleGrant(Role.ADVISER, Scope.district("dover"));
    private static final String LONG_ENOUGH = "four quiet green boats";

    @Autowired
    private PeopleAdministration administration;

    @Autowired
    private PasswordChoice choice;

    @Autowired
    private People people;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private SessionRegistry sessions;

    @Autowired
    private PortalClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LogIn logIn;

    @Test
    void addsAPersonWhoChoosesAPasswordByTheLink() {
        logIn.as("admin");
        var added = add("new.adviser", ADVISES_DOVER);
        String token = tokenOf(added.link());

        assertThat(people.grantsOf(added.id())).containsExactly(ADVISES_DOVER);
        assertThat(choice.isOpen(token)).isTrue();
        choice.choose(token, LONG_ENOUGH, LONG_ENOUGH);
        assertThat(passwords.matches(LONG_ENOUGH, hashOf("new.adviser"))).isTrue();
        assertThat(actions(added.id())).containsExactly("person.added", "person.passwordChosen");
    }

    @Test
    void storesNoSecretOfALink() {
        logIn.as("admin");
        String token = tokenOf(add("new.auditor", AUDITS).link());
        assertThat(jdbc.sql("select count(*) from security_one_time_link where token_hash = ?")
                        .param(token)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesALinkThatWasUsed() {
        logIn.as("admin");
        String token = tokenOf(add("new.auditor", AUDITS).link());
        choice.choose(token, LONG_ENOUGH, LONG_ENOUGH);
        assertThat(choice.isOpen(token)).isFalse();
        assertThatThrownBy(() -> choice.choose(token, LONG_ENOUGH + "!", LONG_ENOUGH + "!"))
                .isInstanceOf(LinkDoesNotWork.class);
        assertThat(passwords.matches(LONG_ENOUGH, hashOf("new.auditor"))).isTrue();
    }

    @Test
    void refusesALinkAfterADayAndAWrongOne() {
        logIn.as("admin");
        String token = tokenOf(add("new.auditor", AUDITS).link());
        assertThatThrownBy(() -> choice.choose(token + "x", LONG_ENOUGH, LONG_ENOUGH))
                .isInstanceOf(LinkDoesNotWork.class);
        clock.advance(Duration.ofHours(24));
        assertThatThrownBy(() -> choice.choose(token, LONG_ENOUGH, LONG_ENOUGH)).isInstanceOf(LinkDoesNotWork.class);
    }

    @Test
    void anEarlierLinkWorksNoMoreOnceThereIsANewOne() {
        logIn.as("admin");
        var added = add("new.auditor", AUDITS);
        String newer = tokenOf(administration.newLink(added.id()));
        assertThat(choice.isOpen(tokenOf(added.link()))).isFalse();
        assertThat(choice.isOpen(newer)).isTrue();
    }

    @Test
    void refusesAShortPasswordAndKeepsTheLink() {
        logIn.as("admin");
        String token = tokenOf(add("new.auditor", AUDITS).link());
        assertThatThrownBy(() -> choice.choose(token, "too short", "too short"))
                .isInstanceOfSatisfying(
                        ValidationFailed.class,
                        failed -> assertThat(failed.problems())
                                .extracting(ValidationFailed.Problem::messageKey)
                                .containsExactly("error.admin.passwordShort"));
        assertThat(choice.isOpen(token)).isTrue();
    }

    @Test
    void namesEveryGapAtOnce() {
        logIn.as("admin");
        assertThatThrownBy(() -> administration.add(new NewPerson("No Capitals", " ", "not an address", Set.of())))
                .isInstanceOfSatisfying(
                        ValidationFailed.class,
                        failed -> assertThat(failed.problems())
                                .extracting(ValidationFailed.Problem::field)
                                .containsExactly("username", "name", "email", "grants"));
        assertThatThrownBy(() -> add("auditor", AUDITS)).isInstanceOf(ValidationFailed.class);
    }

    @Test
    void refusesARoleInAPlaceItCannotReachOver() {
        logIn.as("admin");
        assertThatThrownBy(() -> add("new.adviser", new RoleGrant(Role.ADVISER, Scope.all())))
                .isInstanceOf(ValidationFailed.class);
    }

    @Test
    void aChangeOfRolesIsRecordedWithBeforeAndAfterAndEndsTheSessions() {
        logIn.as("admin");
        PortalPrincipal auditor = people.principal("auditor").orElseThrow();
        PersonId id = auditor.actor().id();
        sessions.registerNewSession("session-of-auditor", auditor);

        administration.changeGrants(id, Set.of(ADVISES_DOVER));

        assertThat(people.grantsOf(id)).containsExactly(ADVISES_DOVER);
        assertThat(sessions.getAllSessions(auditor, false)).isEmpty();
        assertThat(details(id, "person.grantsChanged"))
                .contains("\"before.grants\":\"AUDITOR\"")
                .contains("\"after.grants\":\"ADVISER:district:dover\"");
        sessions.removeSessionInformation("session-of-auditor");
    }

    @Test
    void aDisabledPersonCannotLogInUntilEnabled() {
        logIn.as("admin");
        PersonId id = people.principal("auditor").orElseThrow().actor().id();
        administration.disable(id);
        assertThat(people.principal("auditor").orElseThrow().isEnabled()).isFalse();
        administration.enable(id);
        assertThat(people.principal("auditor").orElseThrow().isEnabled()).isTrue();
        assertThat(actions(id)).endsWith("person.disabled", "person.enabled");
    }

    @Test
    void keepsTheLastAdministrator() {
        logIn.as("admin");
        PersonId id = people.principal("admin").orElseThrow().actor().id();
        assertThatThrownBy(() -> administration.disable(id)).isInstanceOf(LastAdministrator.class);
        assertThatThrownBy(() -> administration.changeGrants(id, Set.of(AUDITS)))
                .isInstanceOf(LastAdministrator.class);

        var second = add("second.admin", new RoleGrant(Role.ADMINISTRATOR, Scope.all()));
        administration.disable(id);
        assertThat(people.principal("admin").orElseThrow().isEnabled()).isFalse();
        assertThatThrownBy(() -> administration.disable(second.id())).isInstanceOf(LastAdministrator.class);
    }

    @Test
    void refusesWhoIsNoAdministrator() {
        logIn.as("auditor");
        assertThatThrownBy(() -> add("new.auditor", AUDITS)).isInstanceOf(AccessRefused.class);
    }

    private PeopleAdministration.Added add(String username, RoleGrant grant) {
        return administration.add(new NewPerson(username, "A new person", "", Set.of(grant)));
    }

    private static String tokenOf(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private String hashOf(String username) {
        return jdbc.sql("select password_hash from security_person where username = ?")
                .param(username)
                .query(String.class)
                .single();
    }

    private List<String> actions(PersonId id) {
        return jdbc.sql("select action from audit_record where stream = ? order by position")
                .param("person:" + id)
                .query(String.class)
                .list();
    }

    private String details(PersonId id, String action) {
        return jdbc.sql("select details from audit_record where stream = ? and action = ?")
                .params("person:" + id, action)
                .query(String.class)
                .single();
    }
}
