package org.schoolcollab.workflow.editing;

/** What a step is, as editors see it. */
public enum StepKind {
    START,
    END,
    /** Somebody of a group does something on a screen. */
    TASK,
    /** Each voter has a task of their own, until the ballot is settled. */
    VOTE,
    /** The portal does something by itself. */
    SERVICE,
    /** Another process is run through. */
    CALL,
    /** A part with steps of its own. */
    PART,
    /** A question; the ways on are its answers. */
    GATEWAY,
    /** Waits for a date or some days. */
    WAIT,
    /** A date, message or refusal that ends or accompanies the step it is attached to. */
    EVENT;

    /** Whether an editor can put a new step of this kind into the way of a bid. */
    public boolean canBeAdded() {
        return this == TASK
                || this == VOTE
                || this == SERVICE
                || this == CALL
                || this == GATEWAY
                || this == WAIT
                || this == END;
    }
}
