package org.schoolcollab.outcome;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.Plan;

/** An October report to read or to write on. */
public record OctoberReport(BidSummary bid, ReportState state, List<Item> items, String summary) {

    /**
     * A target of the plan and what was reached.
     *
     * @param actual the value reached, null where it is missing or no number
     * @param verdict null while there is neither a figure nor a statement that there is none
     */
    public record Item(
            Plan.Target target,
            String actualTyped,
            @Nullable BigDecimal actual,
            boolean noFigure,
            String reason,
            String comment,
            @Nullable Verdict verdict) {}

    /** How many targets ended this way. */
    public long count(Verdict verdict) {
        return items.stream().filter(item -> item.verdict() == verdict).count();
    }
}
