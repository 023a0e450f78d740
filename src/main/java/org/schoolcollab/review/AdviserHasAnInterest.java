package org.schoolcollab.review;

import org.schoolcollab.shared.BusinessRuleViolation;

/** Who leads the collaboration or a member school does not review its bid. */
public class AdviserHasAnInterest extends BusinessRuleViolation {

    public AdviserHasAnInterest(Interest interest) {
        super("error.review.interest." + interest.name());
    }
}
