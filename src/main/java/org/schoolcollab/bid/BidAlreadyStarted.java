package org.schoolcollab.bid;

import org.schoolcollab.shared.BusinessRuleViolation;

/** A collaboration has one bid in a round. */
public class BidAlreadyStarted extends BusinessRuleViolation {

    public BidAlreadyStarted(String collaborationName, String roundName) {
        super("error.bid.alreadyStarted", collaborationName, roundName);
    }
}
