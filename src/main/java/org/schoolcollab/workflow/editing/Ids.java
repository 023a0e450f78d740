package org.schoolcollab.workflow.editing;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Ids by the style guide: type and label, e.g. {@code userTask_ChairsSignOff}. */
final class Ids {

    private static final int LONGEST = 60;

    private Ids() {}

    static String of(Model model, StepKind kind, String name) {
        String words = Arrays.stream(name.replace("'", "").replace("\u2019", "").split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        String label = words.isEmpty() ? "Step" : words.substring(0, Math.min(words.length(), LONGEST));
        return free(model, prefix(kind) + "_" + label);
    }

    private static String prefix(StepKind kind) {
        return switch (kind) {
            case START -> "startEvent";
            case END -> "endEvent";
            case TASK, VOTE -> "userTask";
            case SERVICE -> "serviceTask";
            case CALL -> "callActivity";
            case PART -> "subProcess";
            case GATEWAY -> "gateway";
            case WAIT -> "timerEvent";
            case EVENT -> "boundaryEvent";
        };
    }

    static String free(Model model, String wanted) {
        String id = wanted;
        for (int n = 2; model.isTaken(id); n++) {
            id = wanted + n;
        }
        return id;
    }

    /** An id without its type. */
    static String tail(String id) {
        return id.substring(id.indexOf('_') + 1);
    }
}
