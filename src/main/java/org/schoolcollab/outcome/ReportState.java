package org.schoolcollab.outcome;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a report stands and who brought it there. Each step guards itself.
 *
 * @param version of the draft; saving refuses when somebody else has saved since
 * @param late whether it was submitted after the last day of its window
 * @param submittedBy display name, null before
 * @param decidedBy display name of the adviser who accepted or returned it last
 * @param returnReason of the last return; empty where there was none
 */
public record ReportState(
        ReportStatus status,
        int version,
        boolean late,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        String returnReason) {

    /** Nobody has written anything yet. */
    public static ReportState blank() {
        return new ReportState(ReportStatus.DRAFT, 0, false, null, null, null, null, "");
    }

    /** @throws ReportNotOpen unless it is with the lead */
    public void requireWithLead() {
        if (!status.isWithLead()) {
            throw new ReportNotOpen(this);
        }
    }

    /** @throws ReportNotOpen unless it is with the adviser */
    public void requireWithAdviser() {
        if (status != ReportStatus.SUBMITTED) {
            throw new ReportNotOpen(this);
        }
    }
}
