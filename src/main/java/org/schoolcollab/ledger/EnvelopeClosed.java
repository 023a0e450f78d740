package org.schoolcollab.ledger;

import org.schoolcollab.shared.BusinessRuleViolation;

/** The round is closed for this area: its money moves no more. */
public class EnvelopeClosed extends BusinessRuleViolation {

    public EnvelopeClosed() {
        super("error.ledger.envelopeClosed");
    }
}
