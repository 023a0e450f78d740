package org.schoolcollab.bid.domain;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A measured value as people type it: {@code 62}, {@code 62.5}, {@code 62.50 %}, {@code -0.2}, {@code 12,500.5}. At most two decimals,
 * no fractions of a binary kind; commas stand before each three digits or nowhere.
 */
public final class TypedNumber {

    private static final Pattern NUMBER = Pattern.compile("[-+\u2212]?(\\d{1,9}|\\d{1,3}(,\\d{3}){1,2})(\\.\\d{1,2})?");

    private TypedNumber() {}

    /** The value with two decimals, or nothing where the text is no such number. */
    public static Optional<BigDecimal> read(String typed) {
        String text = typed.strip();
        if (text.endsWith("%")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        String plain = text.replace(",", "").replace('\u2212', '-');
        return Optional.of(new BigDecimal(plain).setScale(2, java.math.RoundingMode.UNNECESSARY));
    }
}
