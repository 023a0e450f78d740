package org.schoolcollab.bid.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.schoolcollab.bid.PlanDraft;
import org.schoolcollab.bid.PlanDraft.Target;
import org.schoolcollab.programme.Round;
import org.schoolcollab.shared.InvalidMoney;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed.Problem;

/** What a plan must hold to be submitted. Each rule is one function that names every gap it finds at its field. */
public final class PlanRules {

    /**
     * A plan and what it is measured against.
     *
     * @param guide guide amount from the members of the day
     * @param envelope what the area was given in the round
     */
    public record Case(PlanDraft plan, Round round, Money guide, Money envelope) {}

    /** One rule. */
    @FunctionalInterface
    interface Rule {
        Stream<Problem> gaps(Case bid);
    }

    private static final List<Rule> RULES = List.of(
            PlanRules::namesAPriority,
            PlanRules::namesAnActivity,
            PlanRules::namesATarget,
            PlanRules::targetsAreMeasurable,
            PlanRules::namesABudgetLine,
            PlanRules::budgetLinesAreComplete,
            PlanRules::requestFitsTheEnvelope,
            PlanRules::requestAboveGuideIsExplained,
            PlanRules::schoolsMatchTheRequest);

    private PlanRules() {}

    /** Every gap, in the order of the form. */
    public static List<Problem> gaps(Case bid) {
        return RULES.stream().flatMap(rule -> rule.gaps(bid)).toList();
    }

    /** §10, §23, §24. */
    private static Stream<Problem> namesAPriority(Case bid) {
        return bid.plan().priorities().isEmpty()
                ? Stream.of(Problem.of("priorities", "error.bid.plan.priorities.none"))
                : Stream.empty();
    }

    /** §26. */
    private static Stream<Problem> namesAnActivity(Case bid) {
        return bid.plan().activities().isEmpty()
                ? Stream.of(Problem.of("activities", "error.bid.plan.activities.none"))
                : Stream.empty();
    }

    /** §15, §31: without a target nothing can be reported on. */
    private static Stream<Problem> namesATarget(Case bid) {
        return bid.plan().targets().isEmpty()
                ? Stream.of(Problem.of("targets", "error.bid.plan.targets.none"))
                : Stream.empty();
    }

    private static Stream<Problem> targetsAreMeasurable(Case bid) {
        return each("targets", bid.plan().targets(), (field, target, gaps) -> {
            require(gaps, field + ".measure", target.measure(), "error.bid.plan.target.measure");
            require(gaps, field + ".about", target.about(), "error.bid.plan.target.about");
            requireNumber(gaps, field + ".baseline", target.baseline(), "error.bid.plan.target.baseline");
            requireNumber(gaps, field + ".value", target.value(), "error.bid.plan.target.value");
            requireDate(gaps, field + ".by", target, bid.round());
        });
    }

    private static Stream<Problem> namesABudgetLine(Case bid) {
        return bid.plan().budget().isEmpty()
                ? Stream.of(Problem.of("budget", "error.bid.plan.budget.none"))
                : Stream.empty();
    }

    private static Stream<Problem> budgetLinesAreComplete(Case bid) {
        return each("budget", bid.plan().budget(), (field, line, gaps) -> {
            if (line.category() == null) {
                gaps.add(Problem.of(field + ".category", "error.bid.plan.budget.category"));
            }
            require(gaps, field + ".description", line.description(), "error.bid.plan.budget.description");
            requireAmount(gaps, field + ".amount", line.amount(), "error.bid.plan.budget.amount");
        });
    }

    /** Rule 2 of the domain from the other end: more than the whole envelope can never be agreed. */
    private static Stream<Problem> requestFitsTheEnvelope(Case bid) {
        Money requested = bid.plan().requested();
        return requested.isMoreThan(bid.envelope())
                ? Stream.of(Problem.of("budget", "error.bid.plan.budget.envelope", requested, bid.envelope()))
                : Stream.empty();
    }

    /** §11: the guide is a guide, but going above it wants a reason. */
    private static Stream<Problem> requestAboveGuideIsExplained(Case bid) {
        PlanDraft plan = bid.plan();
        return plan.requested().isMoreThan(bid.guide()) && plan.variance().isBlank()
                ? Stream.of(Problem.of("variance", "error.bid.plan.variance", plan.requested(), bid.guide()))
                : Stream.empty();
    }

    /** §44: the schools put in their share from their own budgets. Asked for to the penny, rounded down. */
    private static Stream<Problem> schoolsMatchTheRequest(Case bid) {
        PlanDraft plan = bid.plan();
        List<Problem> gaps = new ArrayList<>();
        Money needed = plan.requested().percent(bid.round().matchedFundingPercent());
        if (!plan.matchedAmount().isBlank()
                && PlanDraft.moneyIn(plan.matchedAmount()).isEmpty()) {
            requireAmount(gaps, "matchedAmount", plan.matchedAmount(), "error.bid.plan.matched.none");
        } else if (needed.isMoreThan(plan.matched())) {
            gaps.add(Problem.of(
                    "matchedAmount", "error.bid.plan.matched.less", bid.round().matchedFundingPercent(), needed));
        }
        if (bid.round().matchedFundingPercent() > 0) {
            require(gaps, "matchedBy", plan.matchedBy(), "error.bid.plan.matched.by");
        }
        return gaps.stream();
    }

    private interface LineRule<T> {
        void check(String field, T line, List<Problem> gaps);
    }

    private static <T> Stream<Problem> each(String kind, List<T> lines, LineRule<T> rule) {
        List<Problem> gaps = new ArrayList<>();
        IntStream.range(0, lines.size()).forEach(i -> rule.check(kind + "[" + i + "]", lines.get(i), gaps));
        return gaps.stream();
    }

    private static void require(List<Problem> gaps, String field, String text, String key) {
        if (text.isBlank()) {
            gaps.add(Problem.of(field, key));
        }
    }

    private static void requireNumber(List<Problem> gaps, String field, String typed, String key) {
        if (typed.isBlank()) {
            gaps.add(Problem.of(field, key));
        } else if (!PlanDraft.isNumber(typed)) {
            gaps.add(Problem.of(field, "error.bid.plan.number"));
        }
    }

    private static void requireAmount(List<Problem> gaps, String field, String typed, String key) {
        if (typed.isBlank()) {
            gaps.add(Problem.of(field, key));
            return;
        }
        try {
            if (!Money.parse(typed).isPositive()) {
                gaps.add(Problem.of(field, key));
            }
        } catch (InvalidMoney invalid) {
            gaps.add(Problem.of(field, invalid.messageKey()));
        }
    }

    /** Within the life of the round: from the day it opens to the day its last report is due. */
    private static void requireDate(List<Problem> gaps, String field, Target target, Round round) {
        LocalDate by = target.by();
        LocalDate from = round.bidsOpen();
        LocalDate to = round.octoberTo();
        if (by == null) {
            gaps.add(Problem.of(field, "error.bid.plan.target.by"));
        } else if ((from != null && by.isBefore(from)) || (to != null && by.isAfter(to))) {
            gaps.add(Problem.of(field, "error.bid.plan.target.byOutside", day(from), day(to)));
        }
    }

    private static String day(@org.jspecify.annotations.Nullable LocalDate date) {
        return date == null ? "" : org.schoolcollab.shell.Dates.day(date);
    }
}
