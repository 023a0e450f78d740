package org.schoolcollab.programme.published;

/** Text from a file as a message may repeat it: in quotes, short, without characters that a terminal would obey. */
final class Shown {

    private static final int LONGEST = 80;

    private Shown() {}

    static String text(String found) {
        String visible = found.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "\"" + visible + (found.codePointCount(0, found.length()) > LONGEST ? "…" : "") + "\"";
    }
}
