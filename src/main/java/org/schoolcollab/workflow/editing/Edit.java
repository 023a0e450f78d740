package org.schoolcollab.workflow.editing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One act of an editor. */
public sealed interface Edit {

    /**
     * A new step.
     *
     * @param after id of the way or the step behind which it is put; of a step with several ways on, name the way. What was behind
     *     comes behind the new step. An {@link StepKind#END} needs a step without a way on, or a gateway.
     * @param properties those not named get what a new step of the kind has: a task is a sign-off of the adviser within ten working
     *     days, with reminder and escalation
     */
    record AddStep(String after, StepKind kind, String name, Map<StepProperty, String> properties) implements Edit {}

    /** A step with one way on goes behind another step or way; the gap closes. */
    record MoveStep(String id, String after) implements Edit {}

    /** A step goes, with what is attached to it; what led to it leads on to what was behind it. */
    record RemoveStep(String id) implements Edit {}

    /**
     * A new way.
     *
     * @param condition when it is taken, see {@link Choices#conditions()}; null from a step that is no gateway, or for the way that is
     *     taken otherwise
     */
    record Connect(String from, String to, @Nullable String condition) implements Edit {}

    record Disconnect(String wayId) implements Edit {}

    /** Another name for a step, or another answer on a way. The id stays. */
    record Rename(String id, String name) implements Edit {}

    record SetProperty(String id, StepProperty property, String value) implements Edit {}

    /** What the drawing tool holds now. Ids it made up are replaced by ids from the names, see {@link Definition#apply}. */
    record Drawn(String xml) implements Edit {}
}
