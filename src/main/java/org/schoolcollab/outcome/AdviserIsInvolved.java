package org.schoolcollab.outcome;

import org.schoolcollab.shared.BusinessRuleViolation;

/** Nobody accepts a report of a collaboration that they lead or whose school they head or govern. */
public class AdviserIsInvolved extends BusinessRuleViolation {

    public AdviserIsInvolved() {
        super("error.outcome.adviserInvolved");
    }
}
