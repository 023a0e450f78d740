package org.schoolcollab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.schoolcollab.demo.DemoDate.NotLater;
import org.schoolcollab.demo.DemoDate.Preset;
import org.schoolcollab.demo.DemoDate.TooFar;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@PortalTest
class DemoModuleTest {

    @Autowired
    DemoDate demoDate;

    @Autowired
    DemoClock demoClock;

    @Autowired
    DemoFirstStart firstStart;

    @Autowired
    DemoPeople demoPeople;

    @Autowired
    People people;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    PortalClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LogIn logIn;

    @Test
    void theAdministratorMovesTheDateForwardAndItIsRecorded() {
        logIn.as("admin");

        demoDate.moveTo(LocalDate.of(2014, 6, 20));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2014-06-20T08:00:00Z"));
        assertThat(jdbc.sql("select details from audit_record where action = 'demo.dateMoved'")
                        .query(String.class)
                        .single())
                .contains("2014-06-16")
                .contains("2014-06-20");
    }

    @Test
    void theDateMovesForwardOnly() {
        logIn.as("admin");

        assertThatThrownBy(() -> demoDate.moveTo(LocalDate.of(2014, 6, 16))).isInstanceOf(NotLater.class);
        assertThatThrownBy(() -> demoDate.moveTo(LocalDate.of(2013, 6, 16))).isInstanceOf(NotLater.class);
        assertThatThrownBy(() -> demoDate.moveTo(LocalDate.of(2024, 6, 16))).isInstanceOf(TooFar.class);
        assertThat(clock.today()).isEqualTo(LocalDate.of(2014, 6, 16));
    }

    @Test
    void nobodyElseMovesTheDate() {
        logIn.as("chair.south");

        assertThatThrownBy(() -> demoDate.moveTo(LocalDate.of(2014, 6, 20))).isInstanceOf(AccessRefused.class);
        assertThat(clock.today()).isEqualTo(LocalDate.of(2014, 6, 16));
    }

    @Test
    void offersTheReportWindowsThatLieAhead() {
        logIn.as("admin");

        assertThat(demoDate.presets())
                .containsExactly(
                        new Preset("nextDay", LocalDate.of(2014, 6, 17)),
                        new Preset("nextWeek", LocalDate.of(2014, 6, 23)),
                        new Preset("march", LocalDate.of(2015, 3, 1)),
                        new Preset("october", LocalDate.of(2015, 10, 1)));

        demoDate.moveTo(LocalDate.of(2015, 3, 1));

        assertThat(demoDate.presets()).extracting(Preset::key).containsExactly("nextDay", "nextWeek", "october");
    }

    @Test
    void aRestartGoesOnFromTheKeptDate() {
        logIn.as("admin");
        demoDate.moveTo(LocalDate.of(2015, 3, 1));
        clock.runAt(Duration.ZERO);

        demoClock.restore();

        assertThat(clock.today()).isEqualTo(LocalDate.of(2015, 3, 1));
    }

    @Test
    void theFirstStartBeginsOnTheDayTheRoundIsOpen() {
        jdbc.sql("delete from demo_clock").update();

        demoClock.restore();

        assertThat(clock.instant())
                .isBetween(Instant.parse("2014-06-16T09:00:00Z"), Instant.parse("2014-06-16T09:01:00Z"));
    }

    @Test
    void loadingTheDemoAgainChangesNothing() {
        long people = count("security_person");
        long records = count("audit_record");

        assertThat(firstStart.load()).isFalse();

        assertThat(count("security_person")).isEqualTo(people);
        assertThat(count("audit_record")).isEqualTo(records);
    }

    @Test
    void thereArePeopleOfEveryRole() {
        assertThat(demoPeople.shown()).hasSize(68).allSatisfy(person -> {
            assertThat(person.displayName()).endsWith("(demo)");
            var principal = people.principal(person.username()).orElseThrow();
            assertThat(principal.actor().has(person.role())).isTrue();
        });
        for (Role role : Role.values()) {
            assertThat(jdbc.sql("select count(*) from security_role_grant where role = ?")
                            .param(role.name())
                            .query(Integer.class)
                            .single())
                    .as(role.name())
                    .isPositive();
        }
        assertThat(passwords.matches(
                        DemoPeople.PASSWORD,
                        people.principal("lead.hythe-hub").orElseThrow().getPassword()))
                .isTrue();
    }

    @Test
    void everySchoolOfTheDemoIsMarkedAsFictional() {
        assertThat(jdbc.sql("select count(*) from establishment_school where not fictional or name not like '%(demo)'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
