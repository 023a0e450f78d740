package org.schoolcollab.bid;

import org.schoolcollab.shared.BusinessRuleViolation;

/** The bid has moved on, or is not there yet: this step is not open. Names the status it is in. */
public class BidNotInStage extends BusinessRuleViolation {

    /** For a refusal that knows more than the stage: the key of its sentence. */
    protected BidNotInStage(String messageKey, Object... arguments) {
        super(messageKey, arguments);
    }

    public BidNotInStage(BidStatus status) {
        super("error.bid.notInStage." + status.name());
    }
}
