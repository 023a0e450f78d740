package org.schoolcollab.bid.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BudgetSums;
import org.schoolcollab.bid.PlanField;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanOutline;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.bid.SkillsMatch;
import org.schoolcollab.bid.domain.PlanReading.Pair;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.paper.Paper;
import org.schoolcollab.paper.Wording;
import org.springframework.stereotype.Component;

/**
 * How the parts of a plan belong together: a table for each section of which anything was said, with the columns in which anything
 * stands, and who can help whom.
 */
@Component
class PartsPaper {

    private final Wording words;

    PartsPaper(Wording words) {
        this.words = words;
    }

    void write(Paper.Writer paper, PlanReading plan) {
        table(paper, plan, PlanSection.ACTIVITIES, List.of("priorities", "from", "to", "cost"));
        table(
                paper,
                plan,
                PlanSection.TARGETS,
                List.of("priorities", "listed", "group", "better", "source", "baselineOn", "confirmed"));
        budget(paper, plan);
        table(paper, plan, PlanSection.SUPPORT, List.of("provider", "name", "cost"));
        if (!plan.lines(PlanSection.SKILLS).isEmpty()) {
            skills(paper, plan);
        }
    }

    private void table(Paper.Writer paper, PlanReading plan, PlanSection section, List<String> names) {
        List<Pair> said = plan.lines(section).stream()
                .filter(line ->
                        names.stream().anyMatch(name -> isSaid(line.before(), name) || isSaid(line.after(), name)))
                .toList();
        if (said.isEmpty()) {
            return;
        }
        List<PlanField> fields = section.fields(said.getFirst().any().id()).stream()
                .filter(field -> names.contains(field.name()))
                .filter(field -> field.kind() == PlanField.Kind.LINES
                        || said.stream()
                                .anyMatch(line ->
                                        isSaid(line.before(), field.name()) || isSaid(line.after(), field.name())))
                .toList();
        List<String> head = new ArrayList<>();
        head.add(words.getTranslation(
                section == PlanSection.SUPPORT ? "bid.parts.support.what" : "enum.PlanSection." + section.name()));
        fields.forEach(field -> head.add(words.getTranslation(field.label())));
        String heading = words.getTranslation("bid.parts.of." + section.name());
        paper.heading(heading)
                .table(
                        heading,
                        head,
                        IntStream.range(0, fields.size())
                                .filter(i -> fields.get(i).kind() == PlanField.Kind.AMOUNT)
                                .mapToObj(i -> i + 1)
                                .toList(),
                        said.stream().map(line -> cells(plan, line, fields)).toList(),
                        List.of());
    }

    /** What the budget lines come to: each line counts once in either table. */
    private void budget(Paper.Writer paper, PlanReading plan) {
        BudgetSums now = BudgetSums.of(plan.now().plan());
        BudgetSums before = plan.earlier()
                .map(earlier -> BudgetSums.of(earlier.plan()))
                .orElseGet(() -> BudgetSums.of(PlanFields.empty()));
        if (now.categories().isEmpty() && before.categories().isEmpty()) {
            return;
        }
        String amount = words.getTranslation("bid.plan.budget.amount");
        String total = words.getTranslation("bid.plan.budget.total");
        String byCategory = words.getTranslation("bid.budget.byCategory");
        paper.heading(byCategory)
                .table(
                        byCategory,
                        List.of(words.getTranslation("bid.plan.budget.category"), amount),
                        List.of(1),
                        pairs(before.categories(), now.categories(), BudgetSums.OfCategory::category)
                                .map(sum -> List.of(
                                        sum.text(plan, this::category),
                                        sum.text(plan, one -> one.sum().format())))
                                .toList(),
                        List.of(total, plan.requested()));
        String byActivity = words.getTranslation("bid.budget.byActivity");
        paper.heading(byActivity)
                .table(
                        byActivity,
                        List.of(
                                words.getTranslation("bid.budget.activity"),
                                words.getTranslation("bid.plan.budget.description"),
                                amount),
                        List.of(2),
                        pairs(before.activities(), now.activities(), BudgetSums.OfActivities::activities)
                                .map(sum -> List.of(
                                        sum.text(plan, one -> activities(plan, one)),
                                        sum.text(plan, one -> String.join(", ", one.lines())),
                                        sum.text(plan, one -> one.sum().format())))
                                .toList(),
                        List.of(total, "", plan.requested()));
    }

    /** A sum of the plan beside the same of the earlier one. */
    private record Sums<T>(@Nullable T before, @Nullable T after) {

        String text(PlanReading plan, Function<T, String> read) {
            return plan.text(before == null ? "" : read.apply(before), after == null ? "" : read.apply(after));
        }
    }

    private static <T, K> Stream<Sums<T>> pairs(List<T> before, List<T> now, Function<T, K> key) {
        Map<K, T> was = new LinkedHashMap<>();
        Map<K, T> is = new LinkedHashMap<>();
        before.forEach(sum -> was.put(key.apply(sum), sum));
        now.forEach(sum -> is.put(key.apply(sum), sum));
        return Stream.concat(is.keySet().stream(), was.keySet().stream().filter(one -> !is.containsKey(one)))
                .map(one -> new Sums<>(was.get(one), is.get(one)));
    }

    private String category(BudgetSums.OfCategory sum) {
        return sum.category()
                .map(category -> words.getTranslation("enum.BudgetCategory." + category.name()))
                .orElseGet(() -> words.getTranslation("bid.budget.noCategory"));
    }

    private String activities(PlanReading plan, BudgetSums.OfActivities sum) {
        if (!sum.isLinked()) {
            return words.getTranslation("bid.budget.notLinked");
        }
        return sum.activities().stream()
                .map(id -> Optional.ofNullable(plan.now().names().get(id))
                        .or(() -> plan.earlier()
                                .map(PlanOutline::names)
                                .flatMap(names -> Optional.ofNullable(names.get(id))))
                        .orElseGet(() -> words.getTranslation("bid.parts.unnamed")))
                .collect(Collectors.joining(" + "));
    }

    private static boolean isSaid(@Nullable Line line, String name) {
        return line != null && !line.field(name).isEmpty();
    }

    private static List<String> cells(PlanReading plan, Pair line, List<PlanField> fields) {
        List<String> cells = new ArrayList<>();
        cells.add(plan.name(line));
        fields.forEach(field -> cells.add(plan.part(line, field)));
        return cells;
    }

    private void skills(Paper.Writer paper, PlanReading plan) {
        paper.heading(words.getTranslation("bid.skills.title"));
        Map<String, SkillsMatch> matches = matches(plan.now());
        Map<String, SkillsMatch> before =
                plan.earlier().map(PartsPaper::matches).orElseGet(Map::of);
        Set<String> themes = new LinkedHashSet<>(matches.keySet());
        themes.addAll(before.keySet());
        if (themes.isEmpty()) {
            paper.paragraph(words.getTranslation("bid.skills.none"));
            return;
        }
        paper.table(
                words.getTranslation("bid.skills.matches"),
                List.of(
                        words.getTranslation("bid.skills.theme"),
                        words.getTranslation("bid.skills.needs"),
                        words.getTranslation("bid.skills.help")),
                List.of(),
                themes.stream()
                        .map(theme -> {
                            SkillsMatch was = before.get(theme);
                            SkillsMatch is = matches.get(theme);
                            String name = plan.now().themes().getOrDefault(theme, theme);
                            return List.of(
                                    plan.text(was == null ? "" : name, is == null ? "" : name),
                                    plan.text(needing(was), needing(is)),
                                    plan.text(help(was), help(is)));
                        })
                        .toList(),
                List.of());
    }

    private static Map<String, SkillsMatch> matches(PlanOutline plan) {
        Map<EstablishmentId, String> names = new LinkedHashMap<>();
        plan.schools().forEach(school -> names.put(school.id(), school.name()));
        Map<String, SkillsMatch> matches = new LinkedHashMap<>();
        SkillsMatch.of(plan.plan(), plan.themes().keySet(), names).forEach(match -> matches.put(match.theme(), match));
        return matches;
    }

    private static String needing(@Nullable SkillsMatch match) {
        return match == null ? "" : String.join(", ", match.needing());
    }

    private String help(@Nullable SkillsMatch match) {
        if (match == null) {
            return "";
        }
        return match.isInside() ? String.join(", ", match.strong()) : words.getTranslation("bid.skills.outside");
    }
}
