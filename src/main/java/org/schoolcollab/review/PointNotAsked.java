package org.schoolcollab.review;

import org.schoolcollab.shared.BusinessRuleViolation;

/** The plan did not come back with this point, or it went on since. */
public class PointNotAsked extends BusinessRuleViolation {

    PointNotAsked() {
        super("error.review.pointGone");
    }
}
