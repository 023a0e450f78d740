package org.schoolcollab.bid;

import org.schoolcollab.shared.BusinessRuleViolation;

/** No round takes bids, or this one does not any more. */
public class RoundNotOpen extends BusinessRuleViolation {

    public RoundNotOpen() {
        super("error.bid.noRoundOpen");
    }

    public RoundNotOpen(String roundName) {
        super("error.bid.roundNotOpen", roundName);
    }
}
