package org.schoolcollab.shared;

import java.util.List;

/** Answers of a form are missing or wrong: every gap with its field, all at once. */
public class ValidationFailed extends BusinessRuleViolation {

    /**
     * One gap.
     *
     * @param field the field's name as the form knows it, e.g. {@code targets[2].baseline}
     * @param messageKey key of the sentence that says how to mend it
     * @param arguments values for its placeholders
     */
    public record Problem(String field, String messageKey, List<Object> arguments) {

        public static Problem of(String field, String messageKey, Object... arguments) {
            return new Problem(field, messageKey, List.of(arguments));
        }

        /** The arguments as Vaadin's translations take them. */
        public Object[] argumentArray() {
            return arguments.toArray();
        }
    }

    private final transient List<Problem> problems;

    public ValidationFailed(List<Problem> problems) {
        super("error.validation", problems.size());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
