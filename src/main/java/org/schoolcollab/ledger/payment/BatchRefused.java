package org.schoolcollab.ledger.payment;

import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;

/** A batch cannot be made or approved like this. */
public class BatchRefused extends BusinessRuleViolation {

    private BatchRefused(String key, Object... arguments) {
        super("error.ledger.batch." + key, arguments);
    }

    static BatchRefused empty() {
        return new BatchRefused("empty");
    }

    static BatchRefused tooMany(int lines) {
        return new BatchRefused("tooMany", lines, Batches.AT_MOST);
    }

    static BatchRefused notDue() {
        return new BatchRefused("notDue");
    }

    /** Rule 3: who requested the batch does not approve it. */
    static BatchRefused samePerson() {
        return new BatchRefused("samePerson");
    }

    /** The amount that the line names is not what is open of the instalment any more. */
    static BatchRefused changed(Money named, Money open) {
        return new BatchRefused("changed", named, open);
    }

    static BatchRefused notRequested() {
        return new BatchRefused("notRequested");
    }
}
