package org.schoolcollab.programme;

import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.collaboration.CollaborationId;
import org.schoolcollab.collaboration.Continuing;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Lists collaborations, and rounds with their money; open to everybody who is logged in, as all of it is published. */
@UseCase
public class ProgrammeQueries {

    /**
     * A collaboration in the list.
     *
     * @param schools members today
     * @param goodOrBetterTenths share of members judged good or better in tenths of a percent, null without members
     * @param money of all rounds with published money
     */
    public record CollaborationRow(
            CollaborationId id,
            String slug,
            String name,
            @Nullable String areaName,
            @Nullable String districtName,
            Continuing continuing,
            int schools,
            @Nullable Integer goodOrBetterTenths,
            Money money) {}

    /** A round with its areas; where {@code given} is null, no envelope is known. */
    public record RoundMoney(Round round, List<AreaMoney> areas) {

        /** Sum of the published lines. */
        public Money published() {
            return areas.stream().map(AreaMoney::published).reduce(Money.ZERO, Money::plus);
        }
    }

    /**
     * What an area had in a round.
     *
     * @param areaName null for area All, money that the authority spends itself
     * @param given the envelope; null where none is known
     * @param published sum of the published lines
     */
    public record AreaMoney(
            @Nullable String areaName, @Nullable Money given, Money published) {}

    private static final int LARGEST_PAGE = 200;

    private static final String FROM = """
             from collaboration_collaboration c
              left join establishment_area a on a.code = c.area_code
              left join establishment_district d on d.code = c.district_code
            """;

    private static final String FIGURES = """
              left join (
                select m.collaboration_id, count(*) as schools,
                  round(1000 * coalesce(sum(j.grade in ('OUTSTANDING', 'GOOD')), 0) / count(*)) as good_tenths
                from collaboration_member m
                  left join establishment_judgement j on j.school_id = m.school_id and j.inspected_on = (
                    select max(i.inspected_on) from establishment_judgement i
                    where i.school_id = m.school_id and i.inspected_on <= ?)
                where m.valid_from <= ? and (m.valid_to is null or m.valid_to >= ?)
                group by m.collaboration_id) k on k.collaboration_id = c.id
              left join (
                select collaboration_id, sum(pence) as pence from programme_funding_line group by collaboration_id) f
                on f.collaboration_id = c.id
            """;

    private final JdbcClient jdbc;
    private final Rounds rounds;
    private final PortalClock clock;

    ProgrammeQueries(JdbcClient jdbc, Rounds rounds, PortalClock clock) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** A page of the collaborations. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public List<CollaborationRow> list(
            CollaborationFilter filter, CollaborationSort sort, boolean descending, int offset, int limit) {
        LocalDate today = clock.today();
        List<Object> params = new ArrayList<>(List.of(today, today, today));
        String where = where(filter, params);
        return jdbc.sql("""
                        select c.id, c.slug, c.name, a.name as area_name, d.name as district_name, c.continuing,
                          coalesce(k.schools, 0) as schools, k.good_tenths, coalesce(f.pence, 0) as pence
                        """ + FROM + FIGURES + where + sort.orderBy(descending) + " limit "
                        + Math.clamp(limit, 0, LARGEST_PAGE) + " offset " + Math.max(offset, 0))
                .params(params)
                .query((row, n) -> new CollaborationRow(
                        CollaborationId.of(row.getString("id")),
                        row.getString("slug"),
                        row.getString("name"),
                        row.getString("area_name"),
                        row.getString("district_name"),
                        Continuing.valueOf(row.getString("continuing")),
                        row.getInt("schools"),
                        row.getObject("good_tenths") == null ? null : row.getInt("good_tenths"),
                        Money.ofPence(row.getLong("pence"))))
                .list();
    }

    /** How many collaborations {@link #list} finds. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public int count(CollaborationFilter filter) {
        List<Object> params = new ArrayList<>();
        String where = where(filter, params);
        return jdbc.sql("select count(*)" + FROM + where)
                .params(params)
                .query(Integer.class)
                .single();
    }

    private static String where(CollaborationFilter filter, List<Object> params) {
        StringBuilder sql = new StringBuilder(" where 1 = 1");
        if (filter.text() != null && !filter.text().isBlank()) {
            sql.append("""
                     and (locate(lower(?), lower(c.name)) > 0 or exists (
                      select 1 from collaboration_name o where o.collaboration_id = c.id and locate(lower(?), lower(o.name)) > 0))
                    """);
            params.add(filter.text().strip());
            params.add(filter.text().strip());
        }
        if (CollaborationFilter.NO_AREA.equals(filter.areaCode())) {
            sql.append(" and c.area_code is null");
        } else if (filter.areaCode() != null) {
            sql.append(" and c.area_code = ?");
            params.add(filter.areaCode());
        }
        if (filter.districtCode() != null) {
            sql.append(" and c.district_code = ?");
            params.add(filter.districtCode());
        }
        if (filter.continuing() != null) {
            sql.append(" and c.continuing = ?");
            params.add(filter.continuing().name());
        }
        return sql.toString();
    }

    /** Every round, newest first, with envelopes and published sums by area. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public List<RoundMoney> rounds() {
        return rounds.all().stream()
                .map(round -> new RoundMoney(round, areas(round.id())))
                .toList();
    }

    private List<AreaMoney> areas(RoundId round) {
        List<AreaMoney> areas = new ArrayList<>(jdbc.sql("""
                        select a.name, e.given_pence, (
                            select coalesce(sum(f.pence), 0) from programme_funding_line f
                            where f.round_id = ? and f.area_code = a.code) as published
                        from establishment_area a
                          left join programme_envelope e on e.area_code = a.code and e.round_id = ?
                        order by a.name""")
                .params(round.toString(), round.toString())
                .query((row, n) -> new AreaMoney(
                        row.getString("name"),
                        row.getObject("given_pence") == null ? null : Money.ofPence(row.getLong("given_pence")),
                        Money.ofPence(row.getLong("published"))))
                .list());
        Money kept = Money.ofPence(jdbc.sql(
                        "select coalesce(sum(pence), 0) from programme_funding_line where round_id = ? and area_code is null")
                .param(round.toString())
                .query(Long.class)
                .single());
        if (kept.isPositive()) {
            areas.add(new AreaMoney(null, null, kept));
        }
        return List.copyOf(areas);
    }
}
