package org.schoolcollab.ledger;

/** What an instalment waits for. */
public enum DueCondition {
    /** Nothing but the board's decision. */
    ON_AWARD,
    /** The release of the first instalment. */
    AFTER_FIRST_RELEASE,
    /** The release of the first instalment and an accepted March report (rule 5). */
    AFTER_MARCH_REPORT
}
