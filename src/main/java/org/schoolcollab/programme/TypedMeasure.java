package org.schoolcollab.programme;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
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

    /** At most two decimals, so that a bound is kept as it was typed; commas stand before each three digits or nowhere. */
    private static final Pattern NUMBER =
            Pattern.compile("[-+\u2212]?((\\d{1,9}|\\d{1,3}(,\\d{3}){1,2})(\\.\\d{1,2})?|\\.\\d{1,2})");

    /**
     * A bound as people type it: {@code 1,000}, {@code 1 000}, {@code .5}, {@code -0.25}, of a percentage {@code 50 %} as well. Empty
     * where it is no such number.
     */
    static Optional<BigDecimal> number(String typed, boolean percent) {
        String text = typed.replaceAll("[\\s\\u00a0\\u2009\\u202f]", "");
        if (percent && text.endsWith("%")) {
            text = text.substring(0, text.length() - 1);
        }
        return NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text.replace(",", "").replace('\u2212', '-')))
                : Optional.empty();
    }

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
