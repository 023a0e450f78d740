package org.schoolcollab.ledger;

import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;

/** An award cannot be shared out like this. */
public class SharesRefused extends BusinessRuleViolation {

    private SharesRefused(String key, Object... arguments) {
        super("error.ledger.shares." + key, arguments);
    }

    /** The shares do not add up to the award. */
    public static SharesRefused sum(Money shared, Money award) {
        return new SharesRefused("sum", shared, award);
    }

    /** A share is nothing, less, or named twice. */
    public static SharesRefused amount() {
        return new SharesRefused("amount");
    }

    /** A school is not a member of the collaboration today. */
    public static SharesRefused notAMember() {
        return new SharesRefused("notAMember");
    }

    /** Money is out or under way, so shares can only be moved one by one. */
    public static SharesRefused released() {
        return new SharesRefused("released");
    }
}
