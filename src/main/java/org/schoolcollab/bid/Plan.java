package org.schoolcollab.bid;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.schoolcollab.shared.Money;

/**
 * A plan as submitted: every value is there. Ids of priorities, activities and targets stay the same from one revision to the next,
 * so that reports can refer to them.
 *
 * @param matched what the schools put in from their own budgets
 */
public record Plan(
        BidId bidId,
        List<Item> priorities,
        List<Item> activities,
        List<Target> targets,
        List<BudgetLine> budget,
        boolean skillsAuditDone,
        String support,
        String variance,
        Money matched,
        String matchedBy) {

    /** A priority or an activity, in the words shown to people. */
    public record Item(UUID id, String words) {}

    /** What is to be reached; numbers with two decimals, in the unit that the measure names. */
    public record Target(UUID id, String measure, String about, BigDecimal baseline, BigDecimal value, LocalDate by) {}

    public record BudgetLine(UUID id, BudgetCategory category, String description, Money amount) {}
}
