package org.schoolcollab.bid;

/** What money of a plan is spent on. */
public enum BudgetCategory {
    STAFF_RELEASE,
    TRAINING,
    /** Support commissioned from outside the collaboration (§28). */
    EXTERNAL_SUPPORT,
    RESOURCES,
    EVALUATION
}
