package org.schoolcollab.workflow.running;

import org.schoolcollab.shared.BusinessRuleViolation;

/** Whether the status or the process of a bid is right, a person has to say. */
public final class NotPutRightHere extends BusinessRuleViolation {

    NotPutRightHere() {
        super("error.workflow.notPutRightHere");
    }
}
