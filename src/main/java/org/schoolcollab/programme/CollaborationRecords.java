package org.schoolcollab.programme;

import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.collaboration.CollaborationDirectory.Collaboration;
import org.schoolcollab.collaboration.CollaborationId;
import org.schoolcollab.collaboration.Continuing;
import org.schoolcollab.establishment.Grade;
import org.schoolcollab.establishment.Phase;
import org.schoolcollab.programme.CollaborationRecord.Change;
import org.schoolcollab.programme.CollaborationRecord.Judged;
import org.schoolcollab.programme.CollaborationRecord.Member;
import org.schoolcollab.programme.CollaborationRecord.RoundLine;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Reads all that is known of one collaboration; open to everybody who is logged in. */
@UseCase
public class CollaborationRecords {

    private final JdbcClient jdbc;
    private final CollaborationDirectory collaborations;
    private final PortalClock clock;

    CollaborationRecords(JdbcClient jdbc, CollaborationDirectory collaborations, PortalClock clock) {
        this.jdbc = jdbc;
        this.collaborations = collaborations;
        this.clock = clock;
    }

    /**
     * The collaboration of this address as of today.
     *
     * @throws NotFound if there is none
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public CollaborationRecord bySlug(String slug) {
        Collaboration found = collaborations.findBySlug(slug).orElseThrow(NotFound::new);
        CollaborationId id = found.id();
        LocalDate today = clock.today();
        record Base(Continuing continuing, Optional<String> areaName) {}
        Base base = jdbc.sql("""
                        select c.continuing, a.name from collaboration_collaboration c
                          left join establishment_area a on a.code = c.area_code where c.id = ?""")
                .param(id.toString())
                .query((row, n) -> new Base(
                        Continuing.valueOf(row.getString("continuing")), Optional.ofNullable(row.getString("name"))))
                .single();
        return new CollaborationRecord(
                id,
                found.slug(),
                found.name(),
                base.areaName().orElse(null),
                found.districtName(),
                base.continuing(),
                jdbc.sql("select name from collaboration_name where collaboration_id = ? order by name")
                        .param(id.toString())
                        .query(String.class)
                        .list(),
                members(id, today),
                money(id),
                published(id).orElse(null),
                attainment(id),
                today);
    }

    private List<Member> members(CollaborationId id, LocalDate today) {
        return jdbc.sql("""
                        select s.name, s.phase, s.fictional, m.lead, m.valid_from, m.valid_to, j.grade, j.inspected_on
                        from collaboration_member m
                          join establishment_school s on s.id = m.school_id
                          left join establishment_judgement j on j.school_id = s.id and j.inspected_on = (
                            select max(i.inspected_on) from establishment_judgement i
                            where i.school_id = s.id and i.inspected_on <= ?)
                        where m.collaboration_id = ?
                        order by m.valid_to is not null, m.lead desc, m.valid_from, length(s.name), s.name, s.id""")
                .params(today, id.toString())
                .query((row, n) -> new Member(
                        row.getString("name"),
                        Phase.valueOf(row.getString("phase")),
                        row.getBoolean("fictional"),
                        row.getBoolean("lead"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getString("grade") == null ? null : Grade.valueOf(row.getString("grade")),
                        row.getObject("inspected_on", LocalDate.class)))
                .list();
    }

    private List<RoundLine> money(CollaborationId id) {
        return jdbc.sql("""
                        select r.name, f.pence from programme_funding_line f join programme_round r on r.id = f.round_id
                        where f.collaboration_id = ? order by r.name""")
                .param(id.toString())
                .query((row, n) -> new RoundLine(row.getString("name"), Money.ofPence(row.getLong("pence"))))
                .list();
    }

    private Optional<Judged> published(CollaborationId id) {
        return jdbc.sql("select * from programme_published_profile where collaboration_id = ?")
                .param(id.toString())
                .query((row, n) -> {
                    Map<Grade, Integer> byGrade = new EnumMap<>(Grade.class);
                    for (Grade grade : Grade.values()) {
                        byGrade.put(grade, row.getInt(grade.name().toLowerCase(java.util.Locale.ROOT)));
                    }
                    return new Judged(
                            row.getInt("schools"),
                            byGrade,
                            row.getInt("not_inspected"),
                            row.getInt("good_or_better_tenths"));
                })
                .optional();
    }

    private List<Change> attainment(CollaborationId id) {
        return jdbc.sql("""
                        select measure, from_year, to_year, change_points from programme_attainment_change
                        where collaboration_id = ? order by to_year, measure""")
                .param(id.toString())
                .query((row, n) -> new Change(
                        row.getString("measure"),
                        row.getInt("from_year"),
                        row.getInt("to_year"),
                        row.getInt("change_points")))
                .list();
    }
}
