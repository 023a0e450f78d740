package org.schoolcollab.workflow.running;

import org.schoolcollab.shared.BusinessRuleViolation;

/** A bid cannot be paused, or cannot go on. */
public final class PauseRefused extends BusinessRuleViolation {

    private PauseRefused(String key) {
        super(key);
    }

    /** Its process has ended: there is nothing to pause. */
    static PauseRefused ended() {
        return new PauseRefused("error.workflow.pause.ended");
    }

    static PauseRefused already() {
        return new PauseRefused("error.workflow.pause.already");
    }

    static PauseRefused notPaused() {
        return new PauseRefused("error.workflow.pause.notPaused");
    }
}
