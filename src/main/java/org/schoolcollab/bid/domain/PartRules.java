package org.schoolcollab.bid.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.schoolcollab.bid.BetterWhen;
import org.schoolcollab.bid.PlanDraft;
import org.schoolcollab.bid.PlanField;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanOutline;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.bid.TargetGroup;
import org.schoolcollab.programme.Measures.Measure;
import org.schoolcollab.programme.Round;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.Dates;

/**
 * What the parts of a plan have to do with each other: links, dates, costs, and values that need a second look. Where there is more than
 * one priority, an activity or a target counts for those that it names alone.
 */
public final class PartRules {

    /**
     * What a plan is measured against.
     *
     * @param measures the round's list
     * @param members ids of the schools of the bid
     * @param themes labels of the catalogue's priorities by code
     */
    public record Terms(Round round, List<Measure> measures, Set<String> members, Map<String, String> themes) {

        private Optional<Measure> of(Line target) {
            return measures.stream()
                    .filter(measure -> measure.label().equals(target.field("listed")))
                    .findFirst();
        }

        /** Whether a target's values are percentages: the round's list says so, or the words of its measure. */
        private boolean isPercent(Line target) {
            String measure = target.field("measure").toLowerCase(Locale.ROOT);
            return of(target)
                    .map(Measure::percent)
                    .orElseGet(
                            () -> measure.contains("%") || measure.contains("percent") || measure.contains("per cent"));
        }

        /** Whether its measure can have this value; without one of the list, a percentage lies from 0 to 100. */
        private boolean canBe(Line target, BigDecimal value) {
            return of(target)
                    .orElseGet(() -> new Measure("", "", isPercent(target), false))
                    .canBe(value);
        }

        /** Whether a lower value is the better one: the lead says so, or the round's list. */
        private boolean isLessBetter(Line target) {
            return target.field("better").isEmpty()
                    ? of(target).map(Measure::lessIsBetter).orElse(false)
                    : target.field("better").equals(BetterWhen.LESS.name());
        }
    }

    /** One rule over the whole plan. */
    @FunctionalInterface
    interface Rule {
        Stream<Problem> gaps(PlanFields plan, Terms terms);
    }

    private static final List<Rule> RULES = List.of(
            PartRules::everyPriorityHasAnActivity,
            PartRules::everyPriorityHasATarget,
            PartRules::activitiesLieWithinTheRound,
            PartRules::costsAreAmounts,
            PartRules::activitiesCostNoMoreThanIsAskedFor,
            PartRules::listedMeasuresAreOnTheList,
            PartRules::valuesLieWhereTheirMeasureCan,
            PartRules::targetsAreBetterThanToday,
            PartRules::baselinesSayWhereTheyAreFrom,
            PartRules::baselinesAreFromBeforeTheTarget,
            PartRules::namedSchoolsAreMembers,
            PartRules::supportNamesItsProvider);

    private PartRules() {}

    /** Every gap, in the order of the rules. */
    public static List<Problem> gaps(PlanFields plan, Terms terms) {
        return RULES.stream().flatMap(rule -> rule.gaps(plan, terms)).toList();
    }

    /** §26: at least one activity for each priority. */
    private static Stream<Problem> everyPriorityHasAnActivity(PlanFields plan, Terms terms) {
        return unserved(plan, PlanSection.ACTIVITIES)
                .map(index -> Problem.of(
                        "priorities[" + index + "].activities",
                        "error.bid.parts.noActivity",
                        priority(plan, index, terms)));
    }

    /** §31: at least one quantified outcome for each priority. */
    private static Stream<Problem> everyPriorityHasATarget(PlanFields plan, Terms terms) {
        return unserved(plan, PlanSection.TARGETS)
                .map(index -> Problem.of(
                        "priorities[" + index + "].targets", "error.bid.parts.noTarget", priority(plan, index, terms)));
    }

    private static String priority(PlanFields plan, int index, Terms terms) {
        return PlanOutline.word(typed(plan, PlanSection.PRIORITIES).get(index), terms.themes());
    }

    /** The priorities that no line of the section names; a single one is served by every line. */
    private static Stream<Integer> unserved(PlanFields plan, PlanSection section) {
        List<Line> priorities = typed(plan, PlanSection.PRIORITIES);
        List<Line> serving = typed(plan, section);
        Set<String> served = serving.stream()
                .flatMap(line -> PlanField.several(line.field("priorities")).stream())
                .collect(Collectors.toSet());
        return serving.isEmpty() || priorities.size() == 1
                ? Stream.empty()
                : IntStream.range(0, priorities.size())
                        .filter(i -> !served.contains(priorities.get(i).id()))
                        .boxed();
    }

    /** From the day the round opens to the day its last report is due, and not over before it begins. */
    private static Stream<Problem> activitiesLieWithinTheRound(PlanFields plan, Terms terms) {
        List<Problem> gaps = new ArrayList<>();
        each(plan, PlanSection.ACTIVITIES, (name, line) -> {
            Optional<LocalDate> from = day(line.field("from"));
            Optional<LocalDate> to = day(line.field("to"));
            LocalDate opens = terms.round().bidsOpen();
            LocalDate ends = terms.round().octoberTo();
            if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
                gaps.add(Problem.of(name + ".to", "error.bid.parts.endsBeforeItBegins", Dates.day(from.get())));
            }
            if (opens != null && ends != null) {
                Stream.of(from, to)
                        .flatMap(Optional::stream)
                        .filter(day -> day.isBefore(opens) || day.isAfter(ends))
                        .findFirst()
                        .ifPresent(day -> gaps.add(Problem.of(
                                name + ".from", "error.bid.parts.outsideTheRound", Dates.day(opens), Dates.day(ends))));
            }
        });
        return gaps.stream();
    }

    private static Stream<Problem> costsAreAmounts(PlanFields plan, Terms terms) {
        List<Problem> gaps = new ArrayList<>();
        for (PlanSection section : List.of(PlanSection.ACTIVITIES, PlanSection.SUPPORT)) {
            each(plan, section, (name, line) -> {
                if (!line.field("cost").isBlank()
                        && PlanDraft.moneyIn(line.field("cost")).isEmpty()) {
                    gaps.add(Problem.of(name + ".cost", "error.bid.parts.cost"));
                }
            });
        }
        return gaps.stream();
    }

    private static Stream<Problem> activitiesCostNoMoreThanIsAskedFor(PlanFields plan, Terms terms) {
        PlanDraft draft = plan.draft(0);
        Money costs = typed(plan, PlanSection.ACTIVITIES).stream()
                .flatMap(line -> PlanDraft.moneyIn(line.field("cost")).stream())
                .reduce(Money.ZERO, Money::plus);
        Money all = draft.requested().plus(draft.matched());
        return costs.isMoreThan(all)
                ? Stream.of(Problem.of("activities", "error.bid.parts.costsMore", costs, all, costs.minus(all)))
                : Stream.empty();
    }

    /** A measure that the round's list lost, or has in other words, is chosen anew. */
    private static Stream<Problem> listedMeasuresAreOnTheList(PlanFields plan, Terms terms) {
        List<Problem> gaps = new ArrayList<>();
        each(plan, PlanSection.TARGETS, (name, line) -> {
            if (!line.field("listed").isBlank() && terms.of(line).isEmpty()) {
                gaps.add(Problem.of(name + ".listed", "error.bid.parts.notListed", line.field("listed")));
            }
        });
        return gaps.stream();
    }

    /** A value that its measure cannot have, like 120 percent, is asked about: it stands once the lead has said why it is right. */
    private static Stream<Problem> valuesLieWhereTheirMeasureCan(PlanFields plan, Terms terms) {
        List<Problem> gaps = new ArrayList<>();
        each(plan, PlanSection.TARGETS, (name, line) -> {
            for (String field : List.of("baseline", "value")) {
                TypedNumber.read(line.field(field))
                        .filter(number -> line.field("confirmed").isBlank() && !terms.canBe(line, number))
                        .ifPresent(number -> gaps.add(Problem.of(
                                name + "." + field,
                                terms.isPercent(line) ? "error.bid.parts.percent" : "error.bid.parts.beyond",
                                line.field(field))));
            }
        });
        return gaps.stream();
    }

    /** A value that is worse than today's, or the same, is asked about like a percentage that cannot be. */
    private static Stream<Problem> targetsAreBetterThanToday(PlanFields plan, Terms terms) {
        List<Problem> gaps = new ArrayList<>();
        each(plan, PlanSection.TARGETS, (name, line) -> {
            Optional<BigDecimal> now = TypedNumber.read(line.field("baseline"));
            Optional<BigDecimal> then = TypedNumber.read(line.field("value"));
            if (now.isPresent() && then.isPresent() && line.field("confirmed").isBlank()) {
                boolean less = terms.isLessBetter(line);
                int change = then.get().compareTo(now.get());
                if (less ? change >= 0 : change <= 0) {
                    gaps.add(Problem.of(
                            name + ".value",
                            less ? "error.bid.parts.notLess" : "error.bid.parts.notMore",
                            line.field("value"),
                            line.field("baseline")));
                }
            }
        });
        return gaps.stream();
    }

    /** §15: a number without its source and its day is nothing to measure against. */
    private static Stream<Problem> baselinesSayWhereTheyAreFrom(PlanFields plan, Terms terms) {
        List<Problem> gaps = new ArrayList<>();
        each(plan, PlanSection.TARGETS, (name, line) -> {
            if (TypedNumber.read(line.field("baseline")).isPresent()) {
                if (line.field("source").isBlank()) {
                    gaps.add(Problem.of(name + ".source", "error.bid.parts.noSource", line.field("measure")));
                }
                if (line.field("baselineOn").isBlank()) {
                    gaps.add(Problem.of(name + ".baselineOn", "error.bid.parts.noBaselineDay", line.field("measure")));
                }
            }
        });
        return gaps.stream();
    }

    /** §15, §31: a target about named schools names them, and all of them take part in the bid. */
    private static Stream<Problem> namedSchoolsAreMembers(PlanFields plan, Terms terms) {
        List<Problem> gaps = new ArrayList<>();
        each(plan, PlanSection.TARGETS, (name, line) -> {
            List<String> named = PlanField.several(line.field("schools"));
            long strangers =
                    named.stream().filter(id -> !terms.members().contains(id)).count();
            if (!TargetGroup.isOfNamedSchools(line)) {
                return;
            }
            if (named.isEmpty()) {
                gaps.add(Problem.of(name + ".schools", "error.bid.parts.noSchools", line.field("measure")));
            } else if (strangers > 0) {
                gaps.add(Problem.of(name + ".schools", "error.bid.parts.schoolGone", line.field("measure"), strangers));
            }
        });
        return gaps.stream();
    }

    private static Stream<Problem> baselinesAreFromBeforeTheTarget(PlanFields plan, Terms terms) {
        List<Problem> gaps = new ArrayList<>();
        each(plan, PlanSection.TARGETS, (name, line) -> {
            Optional<LocalDate> measured = day(line.field("baselineOn"));
            Optional<LocalDate> by = day(line.field("by"));
            if (measured.isPresent() && by.isPresent() && !measured.get().isBefore(by.get())) {
                gaps.add(Problem.of(name + ".baselineOn", "error.bid.parts.baselineLater", Dates.day(by.get())));
            }
        });
        return gaps.stream();
    }

    /** §28. */
    private static Stream<Problem> supportNamesItsProvider(PlanFields plan, Terms terms) {
        List<Problem> gaps = new ArrayList<>();
        each(plan, PlanSection.SUPPORT, (name, line) -> {
            if (line.field("what").isBlank()) {
                gaps.add(Problem.of(name + ".what", "error.bid.parts.support.what"));
            }
            if (line.field("provider").isBlank()) {
                gaps.add(Problem.of(name + ".provider", "error.bid.parts.support.provider"));
            }
        });
        return gaps.stream();
    }

    private interface LineRule {
        void check(String name, Line line);
    }

    private static void each(PlanFields plan, PlanSection section, LineRule rule) {
        List<Line> lines = typed(plan, section);
        for (int i = 0; i < lines.size(); i++) {
            rule.check(section.problemName() + "[" + i + "]", lines.get(i));
        }
    }

    /** As the form counts them: lines in which nothing is typed are none. */
    private static List<Line> typed(PlanFields plan, PlanSection section) {
        return plan.lines(section).stream().filter(line -> !line.nothingTyped()).toList();
    }

    private static Optional<LocalDate> day(String typed) {
        return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
    }
}
