package org.schoolcollab.shared;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order in which people look for names: numbers in them by their value, so that school 2 stands before school 10; case counts last. */
public final class ByName implements Comparator<String> {

    public static final ByName ORDER = new ByName();

    private static final Pattern PART = Pattern.compile("\\d+|\\D+");

    private ByName() {}

    @Override
    public int compare(String one, String other) {
        Matcher left = PART.matcher(one.toLowerCase(Locale.ROOT));
        Matcher right = PART.matcher(other.toLowerCase(Locale.ROOT));
        while (left.find()) {
            if (!right.find()) {
                return 1;
            }
            int order = compareParts(left.group(), right.group());
            if (order != 0) {
                return order;
            }
        }
        return right.find() ? -1 : one.compareTo(other);
    }

    private static int compareParts(String one, String other) {
        return isNumber(one) && isNumber(other)
                ? new BigInteger(one).compareTo(new BigInteger(other))
                : one.compareTo(other);
    }

    private static boolean isNumber(String part) {
        return part.charAt(0) >= '0' && part.charAt(0) <= '9';
    }
}
