package org.schoolcollab.establishment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.security.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who governs which school, and when. An interest in a bid follows from it (rule 1 of the domain). Not a use case: other modules' use
 * cases, which check who may, read and change it inside their own transaction.
 */
@Component
public class Governors {

    /**
     * A person is a governor of a school.
     *
     * @param to the last day; null where no end is known
     */
    public record Tie(
            UUID id,
            PersonId person,
            EstablishmentId school,
            String schoolName,
            LocalDate from,
            @Nullable LocalDate to) {

        /** Whether the person is a governor on this day. */
        public boolean isOn(LocalDate day) {
            return !from.isAfter(day) && !isOverBefore(day);
        }

        /** Whether its last day lies before this one. */
        public boolean isOverBefore(LocalDate day) {
            return to != null && to.isBefore(day);
        }
    }

    private static final String SELECT = """
            select g.id, g.person_id, g.school_id, s.name, g.valid_from, g.valid_to
            from establishment_governor g join establishment_school s on s.id = g.school_id""";

    private static final String HOLDS = " g.valid_from <= :day and (g.valid_to is null or g.valid_to >= :day)";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Governors(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** The schools that this person governs on that day. */
    @Transactional(readOnly = true)
    public Set<EstablishmentId> schoolsOf(PersonId person, LocalDate day) {
        return new HashSet<>(
                jdbc.sql("select g.school_id from establishment_governor g where g.person_id = :person and" + HOLDS)
                        .param("person", person.toString())
                        .param("day", day)
                        .query((row, n) -> EstablishmentId.of(row.getString(1)))
                        .list());
    }

    /** Every tie there is or was, by school and first day. */
    @Transactional(readOnly = true)
    public List<Tie> all() {
        return jdbc.sql(SELECT + " order by s.name, g.valid_from, g.id")
                .query(Governors::tie)
                .list();
    }

    /** This person's ties, by school and first day. */
    @Transactional(readOnly = true)
    public List<Tie> of(PersonId person) {
        return jdbc.sql(SELECT + " where g.person_id = ? order by s.name, g.valid_from, g.id")
                .param(person.toString())
                .query(Governors::tie)
                .list();
    }

    /** The tie with its row locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Tie> lock(UUID id) {
        return jdbc.sql(SELECT + " where g.id = ? for update")
                .param(id.toString())
                .query(Governors::tie)
                .optional();
    }

    /** Makes others who would add a tie of this person wait until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockPerson(PersonId person) {
        jdbc.sql("select id from security_person where id = ? for update")
                .param(person.toString())
                .query(String.class)
                .single();
    }

    /** Adds a tie without an end. The caller's transaction also writes the audit record. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID add(PersonId person, EstablishmentId school, LocalDate from) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into establishment_governor (id, school_id, person_id, valid_from) values (?, ?, ?, ?)")
                .params(id.toString(), school.toString(), person.toString(), from)
                .update();
        events.publishEvent(new GovernorsChanged(person));
        return id;
    }

    /** Notes the last day of a tie. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(Tie tie, LocalDate last) {
        jdbc.sql("update establishment_governor set valid_to = ? where id = ?")
                .params(last, tie.id().toString())
                .update();
        events.publishEvent(new GovernorsChanged(tie.person()));
    }

    private static Tie tie(ResultSet row, int n) throws SQLException {
        return new Tie(
                UUID.fromString(row.getString("id")),
                PersonId.of(row.getString("person_id")),
                EstablishmentId.of(row.getString("school_id")),
                row.getString("name"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
