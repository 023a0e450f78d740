package org.schoolcollab.outcome;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidSummary;

/** A March report to read or to write on. */
public record MarchReport(
        BidSummary bid, ReportState state, List<Item> items, String selfAssessment, String nextSteps) {

    /** A priority of the plan in its words, and how it has come on. */
    public record Item(
            UUID priority, String words, @Nullable Progress progress, String comment) {}
}
