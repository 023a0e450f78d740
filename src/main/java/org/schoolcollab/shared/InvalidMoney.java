package org.schoolcollab.shared;

/** What was typed is not an amount of money; the message says how to mend it. */
public class InvalidMoney extends BusinessRuleViolation {

    public InvalidMoney(String messageKey, String typed) {
        super(messageKey, typed);
    }
}
