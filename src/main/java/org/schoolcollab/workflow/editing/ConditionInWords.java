package org.schoolcollab.workflow.editing;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A condition as people read it. */
public final class ConditionInWords {

    private static final Pattern WORD =
            Pattern.compile("'([A-Z_]+)'|([A-Za-z][A-Za-z0-9]*)|([0-9]+)|==|!=|&&|\\|\\||!|\\(|\\)");

    private ConditionInWords() {}

    /**
     * The words, part by part.
     *
     * @param condition as it stands on the way, e.g. <code>${decision == 'APPROVED'}</code>
     * @param word gives the text of a key {@code editing.condition.…}; a key without text comes back as it is
     */
    public static String of(String condition, UnaryOperator<String> word) {
        StringBuilder words = new StringBuilder();
        String inner = condition.replaceFirst("^\\$\\{", "").replaceFirst("}$", "");
        Matcher found = WORD.matcher(inner);
        while (found.find()) {
            if (!words.isEmpty()) {
                words.append(' ');
            }
            String constant = found.group(1);
            String number = found.group(3);
            if (constant != null) {
                words.append(word.apply("editing.condition." + constant));
            } else if (number != null) {
                words.append(number);
            } else {
                words.append(word.apply("editing.condition." + key(found.group())));
            }
        }
        return words.toString();
    }

    private static String key(String token) {
        return switch (token) {
            case "==" -> "is";
            case "!=" -> "isNot";
            case "&&" -> "and";
            case "||" -> "or";
            case "!" -> "not";
            case "(" -> "open";
            case ")" -> "close";
            default -> token;
        };
    }
}
