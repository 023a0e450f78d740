package org.schoolcollab.workflow.publish;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Words to be looked up: a key of the translations and what fills its placeholders, phrases again among it.
 *
 * @param arguments texts, numbers and phrases
 */
public record Phrase(String key, List<Object> arguments) {

    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }

    /** The words, by whatever looks up a key with its arguments. */
    public String say(BiFunction<String, Object[], String> translation) {
        return translation.apply(
                key,
                arguments.stream()
                        .map(argument -> argument instanceof Phrase phrase ? phrase.say(translation) : argument)
                        .toArray());
    }
}
