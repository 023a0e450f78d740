package org.schoolcollab.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The funding rounds and what each area was given, for other modules. Published facts: checks nobody. */
@Component
public class Rounds {

    /** What an area was given in a round. */
    public record GivenEnvelope(RoundId round, String areaCode, String areaName, Money given) {}

    private final JdbcClient jdbc;

    Rounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Round> all() {
        return jdbc.sql("select * from programme_round order by name desc")
                .query(Rounds::row)
                .list();
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public Round get(RoundId id) {
        return jdbc.sql("select * from programme_round where id = ?")
                .param(id.toString())
                .query(Rounds::row)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The round that takes bids on this day, the newest where there are several. */
    @Transactional(readOnly = true)
    public Optional<Round> takingBids(LocalDate day) {
        return all().stream().filter(round -> round.takesBidsOn(day)).findFirst();
    }

    @Transactional(readOnly = true)
    public List<GivenEnvelope> envelopes(RoundId id) {
        return jdbc.sql("""
                        select e.round_id, e.area_code, a.name, e.given_pence
                        from programme_envelope e join establishment_area a on a.code = e.area_code
                        where e.round_id = ? order by a.name""")
                .param(id.toString())
                .query((row, n) -> new GivenEnvelope(
                        RoundId.of(row.getString("round_id")),
                        row.getString("area_code"),
                        row.getString("name"),
                        Money.ofPence(row.getLong("given_pence"))))
                .list();
    }

    private static Round row(ResultSet row, int n) throws SQLException {
        return new Round(
                RoundId.of(row.getString("id")),
                row.getString("name"),
                Round.Status.valueOf(row.getString("status")),
                row.getObject("bids_open", LocalDate.class),
                row.getObject("bids_close", LocalDate.class),
                Money.ofPence(row.getLong("primary_guide_pence")),
                Money.ofPence(row.getLong("secondary_guide_pence")),
                Money.ofPence(row.getLong("nursery_guide_pence")),
                Money.ofPence(row.getLong("special_guide_pence")),
                Money.ofPence(row.getLong("pru_guide_pence")),
                row.getInt("matched_funding_percent"),
                row.getInt("first_instalment_percent"),
                row.getBoolean("later_needs_march_report"),
                row.getBoolean("later_needs_match_proof"),
                row.getObject("march_from", LocalDate.class),
                row.getObject("march_to", LocalDate.class),
                row.getObject("october_from", LocalDate.class),
                row.getObject("october_to", LocalDate.class));
    }
}
