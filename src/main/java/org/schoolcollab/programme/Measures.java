package org.schoolcollab.programme;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the targets of a round are measured by (§15, §31). Published facts: checks nobody. */
@Component
public class Measures {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /**
     * One measure.
     *
     * @param percent whether its values are percentages, from 0 to 100
     * @param lessIsBetter whether a lower value is the better one
     * @param lowest the lowest value that it can have, with at most two decimals; null for any
     * @param highest the highest value that it can have; null for any
     */
    public record Measure(
            String code,
            String label,
            boolean percent,
            boolean lessIsBetter,
            @Nullable BigDecimal lowest,
            @Nullable BigDecimal highest) {

        /** With the bounds of its unit: a percentage lies from 0 to 100, a number anywhere. */
        public Measure(String code, String label, boolean percent, boolean lessIsBetter) {
            this(code, label, percent, lessIsBetter, percent ? BigDecimal.ZERO : null, percent ? ALL : null);
        }

        /** Whether it can have this value. */
        public boolean canBe(BigDecimal value) {
            return (lowest == null || value.compareTo(lowest) >= 0)
                    && (highest == null || value.compareTo(highest) <= 0);
        }
    }

    private final JdbcClient jdbc;

    Measures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A bound without needless decimals: {@code 100}, {@code -0.5}. */
    public static String plain(BigDecimal bound) {
        return bound.stripTrailingZeros().toPlainString();
    }

    /** The list of a round, in its order. */
    @Transactional(readOnly = true)
    public List<Measure> of(RoundId round) {
        return jdbc.sql(
                        "select code, label, unit, better, lowest, highest from programme_measure where round_id = ? order by position")
                .param(round.toString())
                .query((row, n) -> new Measure(
                        row.getString("code"),
                        row.getString("label"),
                        row.getString("unit").equals("PERCENT"),
                        row.getString("better").equals("LESS"),
                        row.getBigDecimal("lowest"),
                        row.getBigDecimal("highest")))
                .list();
    }

    /** Puts this list in the place of the round's. The caller holds the round, has checked the list and records the act. */
    @Transactional(propagation = Propagation.MANDATORY)
    void replace(RoundId round, List<Measure> measures) {
        jdbc.sql("delete from programme_measure where round_id = ?")
                .param(round.toString())
                .update();
        for (int i = 0; i < measures.size(); i++) {
            Measure one = measures.get(i);
            jdbc.sql("""
                            insert into programme_measure (round_id, code, position, label, unit, better, lowest, highest)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(
                            round.toString(),
                            one.code(),
                            i + 1,
                            one.label(),
                            one.percent() ? "PERCENT" : "NUMBER",
                            one.lessIsBetter() ? "LESS" : "MORE",
                            one.lowest(),
                            one.highest()))
                    .update();
        }
    }
}
