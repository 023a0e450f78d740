package org.schoolcollab.workflow;

import org.schoolcollab.shared.BusinessRuleViolation;

/** Somebody else has claimed the step: they do it, or give it back first. */
public class StepClaimed extends BusinessRuleViolation {

    StepClaimed(String person, String moment) {
        super("error.workflow.claimed", person, moment);
    }
}
