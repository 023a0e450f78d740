package org.schoolcollab.workflow;

import org.schoolcollab.shared.BusinessRuleViolation;

/** A bid stays on the version it is on; says why. */
public final class MoveRefused extends BusinessRuleViolation {

    private MoveRefused(String key, Object... arguments) {
        super(key, arguments);
    }

    /** It stands at a step that the other version does not have, and nobody said which one takes its place. */
    static MoveRefused needsMapping(String step) {
        return new MoveRefused("error.workflow.move.needsMapping", step);
    }

    /** It is on this version no longer: its process ended, or it was moved. */
    static MoveRefused elsewhere() {
        return new MoveRefused("error.workflow.move.elsewhere");
    }

    /** It is paused; the engine would not open what it opens. */
    static MoveRefused paused() {
        return new MoveRefused("error.workflow.move.paused");
    }

    /** One step cannot take the place of the other. */
    static MoveRefused otherKind(String from, String to) {
        return new MoveRefused("error.workflow.move.otherKind", from, to);
    }

    /** Some of those who are asked at once have done their part, and the engine would ask them again. */
    static MoveRefused partlyDone() {
        return new MoveRefused("error.workflow.move.partlyDone");
    }

    /** The engine refuses, or what would come out of it is not whole. */
    static MoveRefused engine(String reason) {
        return new MoveRefused("error.workflow.move.engine", reason);
    }

    /** Whether only a choice of a step is missing. */
    public boolean isMappingMissing() {
        return messageKey().endsWith("needsMapping");
    }
}
