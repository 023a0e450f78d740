package org.schoolcollab.bid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.shared.Money;

/**
 * What the lines of a budget come to, by category and by activity. Each line counts once in either, so both come to what is asked for;
 * a line whose amount is none yet counts nothing.
 */
public record BudgetSums(List<OfCategory> categories, List<OfActivities> activities) {

    /**
     * The lines of one category.
     *
     * @param category empty where none is chosen yet
     */
    public record OfCategory(Optional<BudgetCategory> category, Money sum) {}

    /**
     * The lines that pay for the same activities.
     *
     * @param activities ids of their lines in the order of the plan; none where the budget lines are not linked to any
     * @param lines what the money buys, as far as that is typed
     */
    public record OfActivities(List<String> activities, List<String> lines, Money sum) {

        public boolean isLinked() {
            return !activities.isEmpty();
        }
    }

    /** The sums of a plan as typed: categories in their order, activities in that of the plan; what has none comes last. */
    public static BudgetSums of(PlanFields plan) {
        List<String> order =
                plan.lines(PlanSection.ACTIVITIES).stream().map(Line::id).toList();
        Map<Optional<BudgetCategory>, Money> categories = new LinkedHashMap<>();
        Map<List<String>, OfActivities> activities = new LinkedHashMap<>();
        for (Line line : plan.lines(PlanSection.BUDGET)) {
            if (line.nothingTyped()) {
                continue;
            }
            Money amount = PlanDraft.moneyIn(line.field("amount")).orElse(Money.ZERO);
            Optional<BudgetCategory> category = Optional.of(line.field("category"))
                    .filter(name -> !name.isEmpty())
                    .map(BudgetCategory::valueOf);
            categories.merge(category, amount, Money::plus);
            List<String> named = PlanField.several(line.field("activity"));
            List<String> linked = order.stream().filter(named::contains).toList();
            String buys = line.field("description");
            activities.merge(
                    linked,
                    new OfActivities(linked, buys.isEmpty() ? List.of() : List.of(buys), amount),
                    BudgetSums::together);
        }
        return new BudgetSums(
                categories.entrySet().stream()
                        .map(entry -> new OfCategory(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingInt(
                                sum -> sum.category().map(Enum::ordinal).orElse(Integer.MAX_VALUE)))
                        .toList(),
                activities.values().stream()
                        .sorted(Comparator.comparingInt((OfActivities sum) -> sum.isLinked()
                                        ? order.indexOf(sum.activities().getFirst())
                                        : Integer.MAX_VALUE)
                                .thenComparingInt(sum -> sum.activities().size()))
                        .toList());
    }

    private static OfActivities together(OfActivities one, OfActivities other) {
        List<String> lines = new ArrayList<>(one.lines());
        lines.addAll(other.lines());
        return new OfActivities(one.activities(), List.copyOf(lines), one.sum().plus(other.sum()));
    }

    /** What is asked for. */
    public Money total() {
        return categories.stream().map(OfCategory::sum).reduce(Money.ZERO, Money::plus);
    }
}
