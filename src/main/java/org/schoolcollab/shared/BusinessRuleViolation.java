package org.schoolcollab.shared;

import java.util.List;

/**
 * A rule of the domain refuses what was asked. Carries the key of a sentence for the person who asked, with its arguments; the
 * transaction is rolled back and nothing is half done. Arguments are shown through {@link Object#toString()}.
 */
public abstract class BusinessRuleViolation extends RuntimeException {

    private final String messageKey;
    private final transient List<Object> arguments;

    protected BusinessRuleViolation(String messageKey, Object... arguments) {
        super(messageKey + " " + List.of(arguments));
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    /** Key in the translation file, {@code error.<refusal>}. */
    public String messageKey() {
        return messageKey;
    }

    /** Values for the placeholders of the sentence. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
