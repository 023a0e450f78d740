package org.schoolcollab.workflow.gate;

import java.util.List;

/**
 * One reason why a process definition is refused.
 *
 * @param element id of the element it is about, or the process's, or empty where the file could not be read so far
 * @param reason key of the sentence, {@code gate.…}
 * @param arguments for the sentence; taken from the definition, so untrusted text
 */
public record Finding(String element, String reason, List<String> arguments) {

    static Finding of(String element, String reason, String... arguments) {
        return new Finding(element, reason, List.of(arguments));
    }
}
