package org.schoolcollab.review;

import org.schoolcollab.shared.BusinessRuleViolation;

/** The review is assigned to another adviser, who is not away with this one as deputy. */
public class ReviewIsWithAnother extends BusinessRuleViolation {

    ReviewIsWithAnother(String adviser) {
        super("error.review.withAnother", adviser);
    }
}
