package org.schoolcollab.outcome;

/** Where a report stands. */
public enum ReportStatus {
    /** The lead writes it. */
    DRAFT,
    /** With the adviser. */
    SUBMITTED,
    /** Sent back with reasons; the lead writes on. */
    RETURNED,
    ACCEPTED;

    /** Whether the lead may change it. */
    public boolean isWithLead() {
        return this == DRAFT || this == RETURNED;
    }
}
