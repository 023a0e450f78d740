package org.schoolcollab.outcome.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.schoolcollab.bid.Plan;
import org.schoolcollab.outcome.Verdict;

/** A measured value: a decimal number with at most two decimals, a percent sign allowed. */
public final class Figure {

    private static final Pattern NUMBER = Pattern.compile("[-\u2212]?\\d{1,9}(\\.\\d{1,2})?");

    private Figure() {}

    /** The value with two decimals; empty where the text is no such number. */
    public static Optional<BigDecimal> read(String typed) {
        String text = typed.strip();
        if (text.endsWith("%")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text.replace('\u2212', '-')).setScale(2, RoundingMode.UNNECESSARY));
    }

    /** A target above its baseline is met by reaching it or more, one below its baseline by reaching it or less. */
    public static Verdict verdict(Plan.Target target, BigDecimal actual) {
        boolean downwards = target.value().compareTo(target.baseline()) < 0;
        int difference = actual.compareTo(target.value());
        return (downwards ? difference <= 0 : difference >= 0) ? Verdict.MET : Verdict.NOT_MET;
    }
}
