package org.schoolcollab.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.collaboration.CollaborationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the county published of each collaboration, for other modules. Published facts: checks nobody. */
@Component
public class PublishedFacts {

    /**
     * Schools of a collaboration by Ofsted judgement, as published.
     *
     * @param firstRound name of the first round in which it had money; null where it had none
     * @param goodOrBetterTenths share good or better as printed, in tenths of a percent
     */
    public record ProfileOf(
            CollaborationId collaboration,
            String slug,
            String name,
            @Nullable String districtCode,
            @Nullable String firstRound,
            int schools,
            int outstanding,
            int good,
            int requiresImprovement,
            int inadequate,
            int notInspected,
            int goodOrBetterTenths) {}

    private final JdbcClient jdbc;

    PublishedFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the published appendix. */
    @Transactional(readOnly = true)
    public List<ProfileOf> profiles() {
        return jdbc.sql("""
                        select c.id, c.slug, c.name, c.district_code, p.schools, p.outstanding, p.good, p.requires_improvement,
                          p.inadequate, p.not_inspected, p.good_or_better_tenths,
                          (select min(r.name) from programme_funding_line f join programme_round r on r.id = f.round_id
                           where f.collaboration_id = c.id) as first_round
                        from programme_published_profile p join collaboration_collaboration c on c.id = p.collaboration_id
                        order by p.number""")
                .query((row, n) -> new ProfileOf(
                        CollaborationId.of(row.getString("id")),
                        row.getString("slug"),
                        row.getString("name"),
                        row.getString("district_code"),
                        row.getString("first_round"),
                        row.getInt("schools"),
                        row.getInt("outstanding"),
                        row.getInt("good"),
                        row.getInt("requires_improvement"),
                        row.getInt("inadequate"),
                        row.getInt("not_inspected"),
                        row.getInt("good_or_better_tenths")))
                .list();
    }
}
