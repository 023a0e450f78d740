package org.schoolcollab.workflow.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a definition writes, in words: groups, dates, working days, conditions. */
final class Values {

    private static final Pattern DAYS = Pattern.compile("P([0-9]{1,3})D");
    private static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z]+)(?:\\.groups\\(execution\\))?}");
    private static final Pattern WORD = Pattern.compile("'([A-Z_]+)'");
    private static final Phrase NONE = Phrase.of("workflow.value.none");

    private Values() {}

    static Phrase words(String property, String value) {
        if (value.isEmpty()) {
            return NONE;
        }
        Matcher days = DAYS.matcher(value);
        if (days.matches()) {
            return Phrase.of("workflow.value.days", Integer.parseInt(days.group(1)));
        }
        return switch (property) {
            case "group" -> group(value);
            case "stage" -> Phrase.of("enum.Stage." + value);
            case "screen" -> Phrase.of("workflow.screen." + value);
            case "does" -> named("workflow.does.", value);
            case "deadline", "when" -> named("workflow.date.", value);
            case "ends" -> Phrase.of("workflow.value.ends." + value);
            case "condition" -> condition(value);
            default -> Phrase.of("workflow.value.text", value);
        };
    }

    private static Phrase group(String value) {
        List<Object> groups = new ArrayList<>();
        for (String group : Arrays.stream(value.split(",")).map(String::strip).toList()) {
            Matcher name = NAME.matcher(group);
            groups.add(name.matches() ? Phrase.of("workflow.group." + name.group(1)) : Phrase.of("enum.Role." + group));
        }
        Phrase all = (Phrase) groups.getFirst();
        for (Object next : groups.subList(1, groups.size())) {
            all = Phrase.of("workflow.difference.and", all, next);
        }
        return all;
    }

    private static Phrase named(String prefix, String value) {
        Matcher name = NAME.matcher(value);
        return name.matches() ? Phrase.of(prefix + name.group(1)) : Phrase.of("workflow.value.text", value);
    }

    /** "the decision is tied", from <code>${decision == 'TIED'}</code>. */
    private static Phrase condition(String value) {
        String inner = value.replaceAll("^\\$\\{|}$", "");
        String words = WORD.matcher(inner).replaceAll(word -> word.group(1).toLowerCase(java.util.Locale.ROOT));
        return Phrase.of(
                "workflow.value.text",
                words.replace("==", "is")
                        .replace("!=", "is not")
                        .replace("&&", "and")
                        .replace("||", "or")
                        .replace("!", "not ")
                        .replace('_', ' '));
    }
}
