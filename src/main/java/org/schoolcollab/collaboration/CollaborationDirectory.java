package org.schoolcollab.collaboration;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.establishment.Phase;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.ByName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who the collaborations are and which schools belong to them, for other modules. Not a use case: it holds nothing that is not
 * published, and checks nobody.
 */
@Component
public class CollaborationDirectory {

    /**
     * A collaboration in short.
     *
     * @param areaCode null where it was given no money and so no area
     */
    public record Collaboration(
            CollaborationId id,
            String slug,
            String name,
            @Nullable String areaCode,
            @Nullable String districtCode,
            @Nullable String districtName) {}

    /**
     * A member school on a day.
     *
     * @param from first day of its membership, which may have gone on under another entry, as lead school or not
     */
    public record Member(
            EstablishmentId school,
            String name,
            Phase phase,
            @Nullable String trust,
            boolean lead,
            LocalDate from,
            @Nullable LocalDate to) {}

    private final JdbcClient jdbc;

    CollaborationDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Collaboration> find(CollaborationId id) {
        return jdbc.sql(SELECT + " where c.id = ?")
                .param(id.toString())
                .query(CollaborationDirectory::row)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Collaboration> findBySlug(String slug) {
        return jdbc.sql(SELECT + " where c.slug = ?")
                .param(slug)
                .query(CollaborationDirectory::row)
                .optional();
    }

    /** Every collaboration, by name. */
    @Transactional(readOnly = true)
    public List<Collaboration> all() {
        return jdbc.sql(SELECT + " order by c.name, c.id")
                .query(CollaborationDirectory::row)
                .list();
    }

    /** Members on that day, lead school first, then by name. */
    @Transactional(readOnly = true)
    public List<Member> membersAt(CollaborationId id, LocalDate day) {
        return jdbc
                .sql("""
                        with recursive unbroken (id, first_day) as (
                          select id, valid_from from collaboration_member
                          where collaboration_id = ? and valid_from <= ? and (valid_to is null or valid_to >= ?)
                          union all
                          select u.id, p.valid_from from unbroken u join collaboration_member m on m.id = u.id
                            join collaboration_member p on p.collaboration_id = m.collaboration_id
                              and p.school_id = m.school_id and p.valid_to = u.first_day - interval 1 day)
                        select s.id, s.name, s.phase, s.trust, m.lead,
                          (select min(u.first_day) from unbroken u where u.id = m.id) as valid_from, m.valid_to
                        from collaboration_member m join establishment_school s on s.id = m.school_id
                        where m.collaboration_id = ? and m.valid_from <= ? and (m.valid_to is null or m.valid_to >= ?)
                        order by s.id""")
                .params(id.toString(), day, day, id.toString(), day, day)
                .query((row, n) -> new Member(
                        EstablishmentId.of(row.getString("id")),
                        row.getString("name"),
                        Phase.valueOf(row.getString("phase")),
                        row.getString("trust"),
                        row.getBoolean("lead"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Member::lead).reversed().thenComparing(Member::name, ByName.ORDER))
                .toList();
    }

    /** The places a collaboration lies in: itself, its district, its area. Roles scoped to any of them reach it. */
    public static List<Scope> places(UUID collaboration, String districtCode, String areaCode) {
        return List.of(Scope.collaboration(collaboration), Scope.district(districtCode), Scope.area(areaCode));
    }

    private static final String SELECT = """
            select c.id, c.slug, c.name, c.area_code, c.district_code, d.name as district_name
            from collaboration_collaboration c left join establishment_district d on d.code = c.district_code""";

    private static Collaboration row(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Collaboration(
                CollaborationId.of(row.getString("id")),
                row.getString("slug"),
                row.getString("name"),
                row.getString("area_code"),
                row.getString("district_code"),
                row.getString("district_name"));
    }
}
