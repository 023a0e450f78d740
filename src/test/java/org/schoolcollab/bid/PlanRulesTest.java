package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.schoolcollab.bid.PlanDraft.BudgetLine;
import org.schoolcollab.bid.PlanDraft.Target;
import org.schoolcollab.bid.domain.PlanRules;
import org.schoolcollab.bid.domain.RoundMustBeOpen;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed.Problem;

/** What a plan must hold to be submitted: one gap at a time, each named at its field. */
class PlanRulesTest {

    private static final LocalDate BY = LocalDate.of(2015, 7, 31);
    private static final Round ROUND = new Round(
            RoundId.random(),
            "2014/15",
            Round.Status.OPEN,
            LocalDate.of(2014, 6, 2),
            LocalDate.of(2014, 7, 18),
            Money.ofPounds(7_000),
            Money.ofPounds(12_000),
            50,
            60,
            true,
            LocalDate.of(2015, 3, 1),
            LocalDate.of(2015, 3, 31),
            LocalDate.of(2015, 10, 1),
            LocalDate.of(2015, 10, 31));

    @Test
    void findsNothingMissingInACompletePlan() {
        assertThat(gaps(BidFixtures.completePlan(1, "21000", "10500"))).isEmpty();
    }

    @Test
    void namesEveryGapOfAnEmptyPlanAtOnce() {
        assertThat(gaps(PlanDraft.empty()))
                .extracting(Problem::field)
                .containsExactly("priorities", "activities", "targets", "budget", "matchedBy");
    }

    static Stream<Arguments> onePlanForEachGap() {
        Target target = complete().targets().getFirst();
        BudgetLine line = complete().budget().getFirst();
        return Stream.of(
                Arguments.of("priorities", "priorities.none", change(p -> with(p, List.of(), p.activities()))),
                Arguments.of("activities", "activities.none", change(p -> with(p, p.priorities(), List.of()))),
                Arguments.of("targets", "targets.none", change(p -> targets(p))),
                Arguments.of(
                        "targets[0].measure",
                        "target.measure",
                        change(p -> targets(p, new Target(null, " ", target.about(), "1", "2", BY)))),
                Arguments.of(
                        "targets[0].about",
                        "target.about",
                        change(p -> targets(p, new Target(null, "m", "", "1", "2", BY)))),
                Arguments.of(
                        "targets[0].baseline",
                        "target.baseline",
                        change(p -> targets(p, new Target(null, "m", "a", "", "2", BY)))),
                Arguments.of(
                        "targets[0].baseline",
                        "number",
                        change(p -> targets(p, new Target(null, "m", "a", "62.125", "2", BY)))),
                Arguments.of(
                        "targets[0].value",
                        "target.value",
                        change(p -> targets(p, new Target(null, "m", "a", "1", "", BY)))),
                Arguments.of(
                        "targets[0].value",
                        "number",
                        change(p -> targets(p, new Target(null, "m", "a", "1", "most of them", BY)))),
                Arguments.of(
                        "targets[0].by",
                        "target.by",
                        change(p -> targets(p, new Target(null, "m", "a", "1", "2", null)))),
                Arguments.of(
                        "targets[0].by",
                        "target.byOutside",
                        change(p -> targets(p, new Target(null, "m", "a", "1", "2", LocalDate.of(2014, 6, 1))))),
                Arguments.of(
                        "targets[0].by",
                        "target.byOutside",
                        change(p -> targets(p, new Target(null, "m", "a", "1", "2", LocalDate.of(2015, 11, 1))))),
                Arguments.of("budget", "budget.none", change(p -> budget(p))),
                Arguments.of(
                        "budget[1].category",
                        "budget.category",
                        change(p -> budget(p, line, new BudgetLine(null, null, "d", "1")))),
                Arguments.of(
                        "budget[1].description",
                        "budget.description",
                        change(p -> budget(p, line, new BudgetLine(null, BudgetCategory.TRAINING, "", "1")))),
                Arguments.of(
                        "budget[1].amount",
                        "budget.amount",
                        change(p -> budget(p, line, new BudgetLine(null, BudgetCategory.TRAINING, "d", "")))),
                Arguments.of(
                        "budget[1].amount",
                        "budget.amount",
                        change(p -> budget(p, line, new BudgetLine(null, BudgetCategory.TRAINING, "d", "0")))));
    }

    @ParameterizedTest(name = "{1} at {0}")
    @MethodSource("onePlanForEachGap")
    void namesTheGapAtItsField(String field, String key, UnaryOperator<PlanDraft> change) {
        assertThat(gaps(change.apply(complete()))).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.messageKey()).isEqualTo("error.bid.plan." + key);
        });
    }

    @ParameterizedTest
    @MethodSource("amountsThatAreNone")
    void refusesWhatIsNoAmount(String typed, String key) {
        assertThat(gaps(budget(complete(), new BudgetLine(null, BudgetCategory.TRAINING, "d", typed))))
                .singleElement()
                .isEqualTo(Problem.of("budget[0].amount", key));
        assertThat(gaps(BidFixtures.completePlan(1, "21000", typed)))
                .singleElement()
                .isEqualTo(Problem.of("matchedAmount", key));
    }

    static Stream<Arguments> amountsThatAreNone() {
        return Stream.of(
                Arguments.of("-1", "error.money.negative"),
                Arguments.of("100.123", "error.money.decimals"),
                Arguments.of("ten", "error.money.format"),
                Arguments.of("1000000000", "error.money.tooLarge"));
    }

    @Test
    void saysHowMuchMatchedFundingIsNeeded() {
        assertThat(gaps(BidFixtures.completePlan(1, "21000", "10499.99")))
                .containsExactly(
                        Problem.of("matchedAmount", "error.bid.plan.matched.less", 50, Money.ofPounds(10_500)));
    }

    @Test
    void asksWhoPledgesTheMatchedFunding() {
        assertThat(gaps(last(complete(), "because", "10500", "")))
                .containsExactly(Problem.of("matchedBy", "error.bid.plan.matched.by"));
    }

    @Test
    void wantsAReasonForARequestAboveTheGuideOnly() {
        PlanDraft unexplained = last(complete(), " ", "10500", "all");

        assertThat(PlanRules.gaps(
                        new PlanRules.Case(unexplained, ROUND, Money.ofPounds(20_999), Money.ofPounds(400_000))))
                .containsExactly(Problem.of(
                        "variance", "error.bid.plan.variance", Money.ofPounds(21_000), Money.ofPounds(20_999)));
        assertThat(PlanRules.gaps(
                        new PlanRules.Case(unexplained, ROUND, Money.ofPounds(21_000), Money.ofPounds(400_000))))
                .isEmpty();
    }

    @Test
    void refusesARequestBeyondTheWholeEnvelope() {
        assertThat(gaps(BidFixtures.completePlan(1, "400000.01", "300000")))
                .containsExactly(Problem.of(
                        "budget",
                        "error.bid.plan.budget.envelope",
                        Money.ofPence(40_000_001),
                        Money.ofPounds(400_000)));
    }

    @Test
    void takesAFirstSubmissionWithinTheWindowAndAReturnedPlanAfterItToo() {
        LocalDate last = LocalDate.of(2014, 7, 18);
        RoundMustBeOpen.checkSubmission(ROUND, BidStatus.DRAFTING, last);
        assertThatThrownBy(() -> RoundMustBeOpen.checkSubmission(ROUND, BidStatus.DRAFTING, last.plusDays(1)))
                .isInstanceOf(RoundNotOpen.class);
        RoundMustBeOpen.checkSubmission(ROUND, BidStatus.RETURNED, last.plusDays(1));
    }

    private static List<Problem> gaps(PlanDraft plan) {
        return PlanRules.gaps(new PlanRules.Case(plan, ROUND, Money.ofPounds(54_000), Money.ofPounds(400_000)));
    }

    private static PlanDraft complete() {
        return BidFixtures.completePlan(1, "21000", "10500");
    }

    private static UnaryOperator<PlanDraft> change(UnaryOperator<PlanDraft> change) {
        return change;
    }

    private static PlanDraft with(PlanDraft p, List<PlanDraft.Item> priorities, List<PlanDraft.Item> activities) {
        return new PlanDraft(
                1, priorities, activities, p.targets(), p.budget(), true, "", "x", p.matchedAmount(), p.matchedBy());
    }

    private static PlanDraft targets(PlanDraft p, Target... targets) {
        return new PlanDraft(
                1,
                p.priorities(),
                p.activities(),
                List.of(targets),
                p.budget(),
                true,
                "",
                "x",
                p.matchedAmount(),
                p.matchedBy());
    }

    private static PlanDraft budget(PlanDraft p, BudgetLine... lines) {
        return new PlanDraft(
                1,
                p.priorities(),
                p.activities(),
                p.targets(),
                List.of(lines),
                true,
                "",
                "x",
                "10500.50",
                p.matchedBy());
    }

    private static PlanDraft last(PlanDraft p, String variance, String matchedAmount, String matchedBy) {
        return new PlanDraft(
                1,
                p.priorities(),
                p.activities(),
                p.targets(),
                p.budget(),
                true,
                "",
                variance,
                matchedAmount,
                matchedBy);
    }
}
