package org.schoolcollab.review.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolcollab.review.Absence;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** When advisers are away, and who stands in. */
@Component
public class Absences {

    private static final String SELECT = """
            select b.id, b.adviser_id, a.display_name as adviser_name, b.deputy_id, d.display_name as deputy_name, b.from_day, b.to_day
            from review_absence b
              join security_person a on a.id = b.adviser_id
              join security_person d on d.id = b.deputy_id""";

    private final JdbcClient jdbc;
    private final PortalClock clock;

    Absences(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who stands in for this person on a day; empty where they are there. */
    @Transactional(readOnly = true)
    public Optional<PersonId> deputyOf(PersonId adviser, LocalDate day) {
        return jdbc.sql("select deputy_id from review_absence where adviser_id = ? and ? between from_day and to_day")
                .params(adviser.toString(), day)
                .query((row, n) -> PersonId.of(row.getString(1)))
                .optional();
    }

    /** All that end on this day or later, the earliest first. */
    @Transactional(readOnly = true)
    public List<Absence> endingFrom(LocalDate day) {
        return jdbc.sql(SELECT + " where b.to_day >= ? order by b.from_day, a.display_name, b.id")
                .param(day)
                .query(Absences::row)
                .list();
    }

    /** Those in which this person stands in and that end on this day or later, the earliest first. */
    @Transactional(readOnly = true)
    public List<Absence> ofDeputy(PersonId deputy, LocalDate day) {
        return jdbc.sql(SELECT + " where b.deputy_id = ? and b.to_day >= ? order by b.from_day, a.display_name, b.id")
                .params(deputy.toString(), day)
                .query(Absences::row)
                .list();
    }

    /** Absences in which one of these people is away or stands in, with a day between these two. */
    @Transactional(readOnly = true)
    public List<Absence> of(List<PersonId> people, LocalDate from, LocalDate to) {
        List<String> ids = people.stream().map(PersonId::toString).toList();
        return jdbc.sql(SELECT
                        + " where (b.adviser_id in (:people) or b.deputy_id in (:people)) and b.from_day <= :to and b.to_day >= :from"
                        + " order by b.from_day, b.id")
                .param("people", ids)
                .param("from", from)
                .param("to", to)
                .query(Absences::row)
                .list();
    }

    /** @throws NotFound if there is none */
    @Transactional(propagation = Propagation.MANDATORY)
    public Absence lock(UUID id) {
        return jdbc.sql(SELECT + " where b.id = ? for update")
                .param(id.toString())
                .query(Absences::row)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Holds these people's rows until the transaction ends, so that two absences are not entered at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockPeople(List<PersonId> people) {
        jdbc.sql("select id from security_person where id in (:ids) order by id for update")
                .param("ids", people.stream().map(PersonId::toString).toList())
                .query(String.class)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public UUID add(PersonId adviser, PersonId deputy, LocalDate from, LocalDate to, PersonId by) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into review_absence (id, adviser_id, deputy_id, from_day, to_day, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id.toString(),
                        adviser.toString(),
                        deputy.toString(),
                        from,
                        to,
                        by.toString(),
                        Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void endOn(UUID id, LocalDate lastDay) {
        jdbc.sql("update review_absence set to_day = ? where id = ?")
                .params(lastDay, id.toString())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UUID id) {
        jdbc.sql("delete from review_absence where id = ?").param(id.toString()).update();
    }

    private static Absence row(ResultSet row, int n) throws SQLException {
        return new Absence(
                UUID.fromString(row.getString("id")),
                PersonId.of(row.getString("adviser_id")),
                row.getString("adviser_name"),
                PersonId.of(row.getString("deputy_id")),
                row.getString("deputy_name"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class));
    }
}
