package org.schoolcollab.workflow.editing;

import java.util.List;
import java.util.Set;

/** What can be set at a step. Values are those of {@link Choices}; where none are offered, an absent value is empty text. */
public enum StepProperty {
    /** The screen that the step opens. */
    FORM(StepKind.TASK),
    /** Who may take the step. */
    GROUP(StepKind.TASK),
    /** The stage of the bid under which the step is listed. */
    STAGE(StepKind.TASK, StepKind.VOTE),
    /** Working days ("10") or a date ("planDue") until the step is due. */
    DEADLINE(StepKind.TASK, StepKind.VOTE),
    /** Working days ("8") or a date after which people are reminded; empty for never. */
    REMINDER(StepKind.TASK, StepKind.VOTE),
    /** Working days or a date after which a late step is passed on; empty for never. */
    ESCALATION(StepKind.TASK, StepKind.VOTE),
    /** When the votes are enough. */
    VOTE_RULE(StepKind.VOTE),
    /** What the portal does: also which message goes out. */
    DELEGATE(StepKind.SERVICE),
    /** The process that is run through. */
    CALLED(StepKind.CALL),
    /** Which instalment a called release is about. */
    INSTALMENT(StepKind.CALL),
    /** Working days or a date that is waited for. */
    UNTIL(StepKind.WAIT, StepKind.EVENT),
    /** The id of the way that is taken where no other answer holds. */
    OTHERWISE(StepKind.GATEWAY),
    /** Of a way out of a gateway: when it is taken. Set with the id of the way. */
    CONDITION();

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<StepKind> kinds;

    StepProperty(StepKind... kinds) {
        this.kinds = List.of(kinds);
    }

    /** Kinds of steps that have it; none for what belongs to a way. */
    public Set<StepKind> kinds() {
        return Set.copyOf(kinds);
    }
}
