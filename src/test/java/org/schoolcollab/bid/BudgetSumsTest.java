package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BudgetSums.OfActivities;
import org.schoolcollab.bid.BudgetSums.OfCategory;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.shared.Money;

/** What the lines of a budget come to. */
class BudgetSumsTest {

    private static final String DAYS = "20000000-0000-0000-0000-000000000001";
    private static final String READING = "20000000-0000-0000-0000-000000000002";

    private static final PlanFields PLAN = new PlanFields(List.of(
            new Line(PlanSection.ACTIVITIES, DAYS, Map.of("words", "Days")),
            new Line(PlanSection.ACTIVITIES, READING, Map.of("words", "Reading")),
            line("1", "TRAINING", "Books", "100.50", READING),
            line("2", "STAFF_RELEASE", "Cover", "200", READING + " " + DAYS),
            line("3", "STAFF_RELEASE", "More cover", "300", DAYS),
            line("4", "", "Tea", "4", ""),
            line("5", "TRAINING", "", "5", "20000000-0000-0000-0000-00000000dead"),
            line("6", "TRAINING", "Not known yet", "a lot", DAYS),
            line("7", "", "", "", "")));

    private static Line line(String id, String category, String buys, String amount, String activity) {
        return new Line(
                PlanSection.BUDGET,
                "40000000-0000-0000-0000-00000000000" + id,
                Map.of("category", category, "description", buys, "amount", amount, "activity", activity));
    }

    @Test
    void eachLineCountsOnceInItsCategory() {
        assertThat(BudgetSums.of(PLAN).categories())
                .containsExactly(
                        new OfCategory(Optional.of(BudgetCategory.STAFF_RELEASE), Money.ofPounds(500)),
                        new OfCategory(Optional.of(BudgetCategory.TRAINING), Money.parse("105.50")),
                        new OfCategory(Optional.empty(), Money.ofPounds(4)));
    }

    @Test
    void eachLineCountsOnceByItsActivitiesAndWhatIsNotLinkedIsNamed() {
        assertThat(BudgetSums.of(PLAN).activities())
                .containsExactly(
                        new OfActivities(List.of(DAYS), List.of("More cover", "Not known yet"), Money.ofPounds(300)),
                        new OfActivities(List.of(DAYS, READING), List.of("Cover"), Money.ofPounds(200)),
                        new OfActivities(List.of(READING), List.of("Books"), Money.parse("100.50")),
                        new OfActivities(List.of(), List.of("Tea"), Money.ofPounds(9)));
    }

    @Test
    void bothComeToWhatIsAskedFor() {
        BudgetSums sums = BudgetSums.of(PLAN);

        assertThat(sums.total()).isEqualTo(PLAN.draft(1).requested());
        assertThat(sums.activities().stream().map(OfActivities::sum).reduce(Money.ZERO, Money::plus))
                .isEqualTo(sums.total());
        assertThat(BudgetSums.of(PlanFields.empty()).total()).isEqualTo(Money.ZERO);
    }
}
