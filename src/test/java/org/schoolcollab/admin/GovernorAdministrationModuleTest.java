package org.schoolcollab.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.establishment.EstablishmentDirectory.School;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.establishment.Governors.Tie;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class GovernorAdministrationModuleTest {

    private static final LocalDate FIRST = LocalDate.of(2013, 9, 1);

    @Autowired
    GovernorAdministration governors;

    @Autowired
    PeopleQueries queries;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LogIn logIn;

    private PersonId person = PersonId.random();
    private School school = new School(new EstablishmentId(UUID.randomUUID()), "");

    @BeforeEach
    void aPersonAndASchool() {
        logIn.as("admin");
        person = people.principal("board3.south").orElseThrow().actor().id();
        school = governors.schools().stream()
                .filter(one -> one.name().equals("Hythe Hub school 3 (demo)"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aGovernorshipIsNotedAndEndedWithARecordOfEach() {
        governors.add(person, school.id(), FIRST);
        assertThat(queries.get(person).governs()).containsExactly("Hythe Hub school 3 (demo)");
        assertThat(queries.find("hythe hub school 3"))
                .extracting(PersonEntry::username)
                .contains("board3.south");

        governors.end(only().id(), LocalDate.of(2014, 6, 15));

        assertThat(only()).isEqualTo(new Tie(only().id(), person, school.id(), school.name(), FIRST, day(15)));
        assertThat(queries.get(person).governs()).isEmpty();
        assertThat(records()).containsExactly("person.governorAdded", "person.governorEnded");
        assertThat(jdbc.sql("select details from audit_record where action = 'person.governorEnded'")
                        .query(String.class)
                        .single())
                .contains("2014-06-15", "Hythe Hub school 3 (demo)");
    }

    @Test
    void aPersonMayGovernASchoolAgainAndTwoSchoolsAtOnce() {
        governors.add(person, school.id(), FIRST);
        governors.end(only().id(), day(15));

        governors.add(person, school.id(), day(16));
        governors.add(person, governors.schools().getFirst().id(), day(16));

        assertThat(governors.of(person)).hasSize(3);
        assertThat(queries.get(person).governs()).hasSize(2);
    }

    @Test
    void everyGapIsNamedAndNothingIsWritten() {
        refused(() -> governors.add(person, null, null), "error.admin.governorSchool", "error.admin.governorFrom");
        assertThat(catchThrowableOfType(
                        NotFound.class, () -> governors.add(person, new EstablishmentId(UUID.randomUUID()), FIRST)))
                .isNotNull();
        assertThat(catchThrowableOfType(NotFound.class, () -> governors.add(PersonId.random(), school.id(), FIRST)))
                .isNotNull();
        assertThat(catchThrowableOfType(NotFound.class, () -> governors.end(UUID.randomUUID(), FIRST)))
                .isNotNull();
        assertThat(governors.of(person)).isEmpty();
        assertThat(records()).isEmpty();
    }

    @Test
    void nobodyGovernsASchoolTwiceAtOnce() {
        governors.add(person, school.id(), FIRST);

        refused(() -> governors.add(person, school.id(), FIRST), "error.admin.governorAlready");
        refused(() -> governors.add(person, school.id(), day(16)), "error.admin.governorAlready");
        refused(() -> governors.add(person, school.id(), FIRST.minusDays(1)), "error.admin.governorAlready");
        assertThat(governors.of(person)).hasSize(1);
    }

    @Test
    void theLastDayComesOnceAndNotBeforeTheFirst() {
        governors.add(person, school.id(), FIRST);
        UUID tie = only().id();

        refused(() -> governors.end(tie, null), "error.admin.governorLast");
        refused(() -> governors.end(tie, FIRST.minusDays(1)), "error.admin.governorBeforeFirst");
        governors.end(tie, FIRST);
        refused(() -> governors.end(tie, day(16)), "error.admin.governorEnded");
        assertThat(only().to()).isEqualTo(FIRST);
    }

    private Tie only() {
        List<Tie> ties = governors.of(person);
        assertThat(ties).hasSize(1);
        return ties.getFirst();
    }

    private static LocalDate day(int ofJune) {
        return LocalDate.of(2014, 6, ofJune);
    }

    private List<String> records() {
        return jdbc.sql("select action from audit_record where action like 'person.governor%' order by id")
                .query(String.class)
                .list();
    }

    private static void refused(ThrowingCallable step, String... keys) {
        assertThat(catchThrowableOfType(ValidationFailed.class, step).problems())
                .extracting(ValidationFailed.Problem::messageKey)
                .containsExactly(keys);
    }
}
