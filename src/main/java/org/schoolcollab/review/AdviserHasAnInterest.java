package org.schoolcollab.review;

import org.schoolcollab.shared.BusinessRuleViolation;

/** Who leads the collaboration or a member school, or voted on the bid, does not review it. */
public class AdviserHasAnInterest extends BusinessRuleViolation {

    public AdviserHasAnInterest(Interest interest) {
        this("error.review.interest." + interest.name());
    }

    private AdviserHasAnInterest(String key) {
        super(key);
    }

    /** Nobody holds two sides of the same check for the same bid. */
    static AdviserHasAnInterest tookPart() {
        return new AdviserHasAnInterest("error.review.tookPart");
    }
}
