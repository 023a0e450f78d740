package org.schoolcollab.programme;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.programme.Measures.Measure;

/**
 * A measure as an administrator types it.
 *
 * @param code of the measure that it was; empty for a new one
 * @param lowest the lowest value that it can have; empty for any
 * @param highest the highest value that it can have; empty for any
 */
public record TypedMeasure(
        String code, String label, boolean percent, boolean lessIsBetter, String lowest, String highest) {

    /** What holds now, to be changed. */
    public static TypedMeasure of(Measure measure) {
        return new TypedMeasure(
                measure.code(),
                measure.label(),
                measure.percent(),
                measure.lessIsBetter(),
                text(measure.lowest()),
                text(measure.highest()));
    }

    private static String text(@Nullable BigDecimal bound) {
        return bound == null ? "" : Measures.plain(bound);
    }
}
