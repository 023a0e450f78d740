package org.schoolcollab.workflow;

import org.schoolcollab.shared.BusinessRuleViolation;

/** The step is not open, or no longer. Says who did it and when where somebody has. */
public class StepNotOpen extends BusinessRuleViolation {

    StepNotOpen() {
        super("error.workflow.notOpen");
    }

    StepNotOpen(String person, String moment) {
        super("error.workflow.alreadyDone", person, moment);
    }
}
