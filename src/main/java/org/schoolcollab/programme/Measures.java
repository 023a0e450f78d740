package org.schoolcollab.programme;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the targets of a round are measured by (§15, §31). Published facts: checks nobody. */
@Component
public class Measures {

    /**
     * One measure.
     *
     * @param percent whether its values are percentages, from 0 to 100
     * @param lessIsBetter whether a lower value is the better one
     */
    public record Measure(String code, String label, boolean percent, boolean lessIsBetter) {}

    private final JdbcClient jdbc;

    Measures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The list of a round, in its order. */
    @Transactional(readOnly = true)
    public List<Measure> of(RoundId round) {
        return jdbc.sql("select code, label, unit, better from programme_measure where round_id = ? order by position")
                .param(round.toString())
                .query((row, n) -> new Measure(
                        row.getString("code"),
                        row.getString("label"),
                        row.getString("unit").equals("PERCENT"),
                        row.getString("better").equals("LESS")))
                .list();
    }
}
