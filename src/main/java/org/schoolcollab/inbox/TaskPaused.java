package org.schoolcollab.inbox;

import org.schoolcollab.shared.BusinessRuleViolation;

/** The bid is paused: nobody can take a step of it until it goes on. */
public final class TaskPaused extends BusinessRuleViolation {

    public TaskPaused() {
        super("error.inbox.paused");
    }
}
