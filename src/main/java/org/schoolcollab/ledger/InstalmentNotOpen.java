package org.schoolcollab.ledger;

import org.schoolcollab.shared.BusinessRuleViolation;

/** The instalment is not at the point that this step needs. Names where it stands. */
public class InstalmentNotOpen extends BusinessRuleViolation {

    public InstalmentNotOpen(InstalmentStatus status) {
        super("error.ledger.instalment." + status.name());
    }

    /** It waits; the sentence says for what. */
    public InstalmentNotOpen(DueCondition condition) {
        super("error.ledger.waits." + condition.name());
    }
}
