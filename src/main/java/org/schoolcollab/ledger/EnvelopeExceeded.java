package org.schoolcollab.ledger;

import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;

/** Awards of an area in a round never exceed its envelope (rule 2). */
public class EnvelopeExceeded extends BusinessRuleViolation {

    public EnvelopeExceeded(Money asked, Money available) {
        super("error.ledger.envelopeExceeded", asked, available);
    }
}
