package org.schoolcollab.review;

import org.schoolcollab.shared.BusinessRuleViolation;

/** No review begins in a closed round, so its rubric stays as it is. */
public class RoundIsClosed extends BusinessRuleViolation {

    RoundIsClosed(String round) {
        super("error.review.rubric.closed", round);
    }
}
