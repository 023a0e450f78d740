package org.schoolcollab.shared;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An amount of sterling in whole pence. Never a fraction of a penny and never floating point.
 *
 * @param pence the amount in pence; negative amounts occur only in differences and reversals
 */
public record Money(long pence) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    /** The largest amount a person may type: £999,999,999.99. */
    public static final Money LARGEST_TYPED = new Money(99_999_999_999L);

    private static final Pattern TYPED = Pattern.compile("(?<pounds>\\d{1,3}(,\\d{3})+|\\d+)(\\.(?<pence>\\d+))?");

    public static Money ofPence(long pence) {
        return new Money(pence);
    }

    public static Money ofPounds(long pounds) {
        return new Money(Math.multiplyExact(pounds, 100L));
    }

    /**
     * Reads an amount as people type it: {@code 42000}, {@code £42,000}, {@code 42 000.5}.
     *
     * @throws InvalidMoney if it is no amount, negative, has more than two decimals or is too large
     */
    public static Money parse(String typed) {
        String text = typed.strip();
        if (text.startsWith("-") || text.startsWith("−") || text.startsWith("£-")) {
            throw new InvalidMoney("error.money.negative", typed);
        }
        if (text.startsWith("£")) {
            text = text.substring(1);
        }
        text = text.replaceAll("[\\s\\u00a0]", "");
        var matcher = TYPED.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidMoney("error.money.format", typed);
        }
        String decimals = matcher.group("pence") == null ? "" : matcher.group("pence");
        if (decimals.length() > 2) {
            throw new InvalidMoney("error.money.decimals", typed);
        }
        String pounds = matcher.group("pounds").replace(",", "");
        if (pounds.length() > 9) {
            throw new InvalidMoney("error.money.tooLarge", typed);
        }
        return new Money(Long.parseLong(pounds) * 100 + Long.parseLong((decimals + "00").substring(0, 2)));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(pence, other.pence));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(pence, other.pence));
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(pence, factor));
    }

    /** A share of this amount, rounded down to the penny. */
    public Money percent(int percent) {
        return new Money(Math.multiplyExact(pence, (long) percent) / 100);
    }

    public boolean isZero() {
        return pence == 0;
    }

    public boolean isPositive() {
        return pence > 0;
    }

    public boolean isMoreThan(Money other) {
        return pence > other.pence;
    }

    public static Money min(Money a, Money b) {
        return a.pence <= b.pence ? a : b;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(pence, other.pence);
    }

    /** As shown to people: {@code £42,000}, with pence only where there are some. */
    public String format() {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.UK);
        boolean wholePounds = pence % 100 == 0;
        format.setMinimumFractionDigits(wholePounds ? 0 : 2);
        format.setMaximumFractionDigits(2);
        String digits = format.format(BigDecimal.valueOf(pence, 2).abs());
        return (pence < 0 ? "−£" : "£") + digits;
    }

    @Override
    public String toString() {
        return format();
    }
}
