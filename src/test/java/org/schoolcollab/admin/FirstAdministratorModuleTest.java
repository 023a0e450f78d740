package org.schoolcollab.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolcollab.security.LinkDoesNotWork;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class FirstAdministratorModuleTest {

    private static final String LONG_ENOUGH = "four quiet green boats";

    @Autowired
    private FirstAdministrator first;

    @Autowired
    private StartMessage start;

    @Autowired
    private People people;

    @Autowired
    private PortalClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aPortalWithoutAdministratorPrintsALinkThatCreatesOneOnce() {
        withoutAdministrator();
        String token = printedToken();
        assertThat(first.isOpen(token)).isTrue();

        first.create(token, answers("first.admin", LONG_ENOUGH));

        assertThat(people.principal("first.admin").orElseThrow().actor().has(Role.ADMINISTRATOR))
                .isTrue();
        assertThat(jdbc.sql("select count(*) from audit_record where action = 'person.firstAdministrator'")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(first.isOpen(token)).isFalse();
        assertThatThrownBy(() -> first.create(token, answers("second.admin", LONG_ENOUGH)))
                .isInstanceOf(LinkDoesNotWork.class);
    }

    @Test
    void printsTheDemosLogInsAndNoLinkWhereThereIsAnAdministrator() {
        List<String> printed = print();
        assertThat(printed).anyMatch(line -> line.contains("demo-2014"));
        assertThat(printed).anyMatch(line -> line.contains("adviser.south"));
        assertThat(printed).noneMatch(line -> line.contains("first-administrator"));
    }

    @Test
    void refusesAWrongLinkAndOneOlderThanADay() {
        withoutAdministrator();
        String token = printedToken();
        assertThatThrownBy(() -> first.create("guessed", answers("first.admin", LONG_ENOUGH)))
                .isInstanceOf(LinkDoesNotWork.class);
        clock.advance(Duration.ofHours(24));
        assertThat(first.isOpen(token)).isFalse();
        assertThatThrownBy(() -> first.create(token, answers("first.admin", LONG_ENOUGH)))
                .isInstanceOf(LinkDoesNotWork.class);
        assertThat(people.hasAdministrator()).isFalse();
    }

    @Test
    void refusesTheLinkOnceThereIsAnAdministrator() {
        withoutAdministrator();
        String token = printedToken();
        jdbc.sql("update security_person set enabled = true where username = 'admin'")
                .update();
        assertThat(first.isOpen(token)).isFalse();
        assertThatThrownBy(() -> first.create(token, answers("first.admin", LONG_ENOUGH)))
                .isInstanceOf(LinkDoesNotWork.class);
    }

    @Test
    void keepsTheLinkWhereThePasswordIsTooShort() {
        withoutAdministrator();
        String token = printedToken();
        assertThatThrownBy(() -> first.create(token, answers("first.admin", "elevenchars")))
                .isInstanceOf(ValidationFailed.class);
        assertThat(first.isOpen(token)).isTrue();
    }

    @Test
    void aLaterStartMakesTheEarlierLinkUseless() {
        withoutAdministrator();
        String earlier = printedToken();
        String later = printedToken();
        assertThat(first.isOpen(earlier)).isFalse();
        assertThat(first.isOpen(later)).isTrue();
    }

    private void withoutAdministrator() {
        jdbc.sql("update security_person set enabled = false where username = 'admin'")
                .update();
    }

    private String printedToken() {
        String line = print().stream()
                .filter(text -> text.contains("first-administrator/"))
                .findFirst()
                .orElseThrow();
        return line.substring(line.lastIndexOf('/') + 1);
    }

    private List<String> print() {
        List<String> lines = new ArrayList<>();
        start.print(lines::add);
        return lines;
    }

    private static FirstAdministrator.Answers answers(String username, String password) {
        return new FirstAdministrator.Answers(username, "First administrator", "", password, password);
    }
}
