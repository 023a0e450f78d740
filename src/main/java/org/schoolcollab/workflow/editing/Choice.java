package org.schoolcollab.workflow.editing;

import java.util.List;

/**
 * One value that can be chosen for a property.
 *
 * @param value what is set
 * @param key of its words on the screen
 * @param arguments of these words; may be text of the definition, so untrusted
 */
public record Choice(String value, String key, List<String> arguments) {

    static Choice of(String value, String key, String... arguments) {
        return new Choice(value, key, List.of(arguments));
    }
}
