package org.schoolcollab.review;

import org.schoolcollab.shared.BusinessRuleViolation;

/** A second adviser's view is missing, is not asked for, or is not this person's to give. */
public class SecondViewRefused extends BusinessRuleViolation {

    private SecondViewRefused(String key, Object... arguments) {
        super("error.review.second." + key, arguments);
    }

    /** The recommendation does not bind before another adviser gave a view of this amount. */
    static SecondViewRefused missing(String amount) {
        return new SecondViewRefused("missing", amount);
    }

    /** Nobody else of the district may give it. */
    static SecondViewRefused nobody(String district) {
        return new SecondViewRefused("nobody", district);
    }

    /** The review is with the second adviser, who only gives a view. */
    static SecondViewRefused onlyAView(String askedBy) {
        return new SecondViewRefused("onlyAView", askedBy);
    }

    /** No view is asked for, or not of this person. */
    static SecondViewRefused notAsked() {
        return new SecondViewRefused("notAsked");
    }

    /** The round does not ask for one at this amount. */
    static SecondViewRefused notNeeded() {
        return new SecondViewRefused("notNeeded");
    }
}
