package org.schoolcollab.ledger;

import java.time.Instant;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.Dates;

/** An award cannot be accepted or declined again, or finance cannot act on it before it is accepted. */
public class AcceptanceRefused extends BusinessRuleViolation {

    private AcceptanceRefused(String key, Object... arguments) {
        super("error.ledger.acceptance." + key, arguments);
    }

    /** Somebody was quicker; says who and when. */
    public static AcceptanceRefused already(String person, Instant at) {
        return new AcceptanceRefused("already", person, Dates.moment(at));
    }

    /** Nothing of an award is released before its lead has accepted it. */
    public static AcceptanceRefused missing() {
        return new AcceptanceRefused("missing");
    }
}
