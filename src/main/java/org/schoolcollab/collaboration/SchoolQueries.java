package org.schoolcollab.collaboration;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.establishment.Phase;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Finds schools with the collaboration they belong to; open to everybody who is logged in. */
@UseCase
public class SchoolQueries {

    /**
     * A school in one of its collaborations.
     *
     * @param collaborationSlug null where it belongs to none today
     * @param collaborationName null where it belongs to none today
     */
    public record FoundSchool(
            String name,
            Phase phase,
            boolean fictional,
            @Nullable String collaborationSlug,
            @Nullable String collaborationName) {}

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final PortalClock clock;

    SchoolQueries(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Schools whose name holds the text, whatever its case, by name. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public List<FoundSchool> named(String text, int limit) {
        return jdbc.sql("""
                        select s.name, s.phase, s.fictional, c.slug, c.name as collaboration_name
                        from establishment_school s
                          left join collaboration_member m on m.school_id = s.id and m.valid_from <= ?
                            and (m.valid_to is null or m.valid_to >= ?)
                          left join collaboration_collaboration c on c.id = m.collaboration_id
                        where locate(lower(?), lower(s.name)) > 0
                        order by s.name, s.id, c.name limit\s""" + Math.clamp(limit, 1, MOST))
                .params(clock.today(), clock.today(), text.strip())
                .query((row, n) -> new FoundSchool(
                        row.getString("name"),
                        Phase.valueOf(row.getString("phase")),
                        row.getBoolean("fictional"),
                        row.getString("slug"),
                        row.getString("collaboration_name")))
                .list();
    }

    /** How many schools have the text in their name. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public int count(String text) {
        return jdbc.sql("select count(*) from establishment_school where locate(lower(?), lower(name)) > 0")
                .param(text.strip())
                .query(Integer.class)
                .single();
    }
}
