package org.schoolcollab.workflow.editing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a definition.
 *
 * @param name as written by the editor; may be empty, and is untrusted text
 * @param part id of the part it stands in, empty at the top
 * @param level how deep in parts it stands, 0 at the top
 * @param attachedTo of an {@link StepKind#EVENT}: the step it ends or accompanies
 * @param accompanies of an event: whether the step goes on beside it
 * @param properties those of its kind, each with its value
 * @param ways where it leads to
 */
public record Step(
        String id,
        StepKind kind,
        String name,
        String part,
        int level,
        @Nullable String attachedTo,
        boolean accompanies,
        Map<StepProperty, String> properties,
        List<Way> ways) {

    /** The name, or the id where it has none. */
    public String label() {
        return name.isBlank() ? id : name;
    }
}
