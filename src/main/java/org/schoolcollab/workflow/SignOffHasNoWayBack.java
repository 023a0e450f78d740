package org.schoolcollab.workflow;

import org.schoolcollab.shared.BusinessRuleViolation;

/** The process has no way for a bid that is sent back at this step. */
public final class SignOffHasNoWayBack extends BusinessRuleViolation {

    SignOffHasNoWayBack() {
        super("error.workflow.noWayBack");
    }
}
