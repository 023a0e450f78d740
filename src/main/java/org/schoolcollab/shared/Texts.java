package org.schoolcollab.shared;

import java.text.Normalizer;
import java.util.List;

/** Free text that people type: cleaned of what no reader can see, and held to a length. */
public final class Texts {

    private static final String REASON = "reason";

    private Texts() {}

    /**
     * Trimmed, in Unicode normal form C, without control characters except line breaks and tabs, and without those
     * that Unicode keeps for a program's own use.
     *
     * @return never null; empty when nothing was typed
     */
    public static String clean(@org.jspecify.annotations.Nullable String typed) {
        if (typed == null) {
            return "";
        }
        String lines = typed.replace("\r\n", "\n").replace('\r', '\n');
        String visible = lines.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .filter(c -> !isKeptForPrograms(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Normalizer.normalize(visible, Normalizer.Form.NFC).strip();
    }

    /** Whether Unicode keeps it for a program's own use. */
    private static boolean isKeptForPrograms(int c) {
        return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
    }

    /** Length in characters as a reader counts them (code points, so an emoji is one). */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /**
     * Cleans a text and refuses it when it is longer than the limit.
     *
     * @throws ValidationFailed naming the field
     */
    public static String atMost(int limit, String field, @org.jspecify.annotations.Nullable String typed) {
        String text = clean(typed);
        if (length(text) > limit) {
            throw new ValidationFailed(
                    List.of(ValidationFailed.Problem.of(field, "error.text.tooLong", length(text), limit)));
        }
        return text;
    }

    /**
     * Like {@link #atMost}, and refuses an empty text.
     *
     * @throws ValidationFailed naming the field
     */
    public static String required(int limit, String field, @org.jspecify.annotations.Nullable String typed) {
        String text = atMost(limit, field, typed);
        if (text.isEmpty()) {
            throw new ValidationFailed(List.of(ValidationFailed.Problem.of(field, "error.text.required")));
        }
        return text;
    }

    /**
     * Like {@link #required}, for the field {@code reason}, and asks for a reason where there is none.
     *
     * @throws ValidationFailed naming that field
     */
    public static String reason(int limit, @org.jspecify.annotations.Nullable String typed) {
        String text = atMost(limit, REASON, typed);
        if (text.isEmpty()) {
            throw new ValidationFailed(List.of(noReason()));
        }
        return text;
    }

    /** The gap where a reason is missing. */
    public static ValidationFailed.Problem noReason() {
        return ValidationFailed.Problem.of(REASON, "error.text.reason");
    }
}
