package org.schoolcollab.bid.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.PlanField;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanOutline;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.bid.SkillsMatch;
import org.schoolcollab.bid.domain.PlanReading.Pair;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.paper.Paper;
import org.schoolcollab.paper.Wording;
import org.springframework.stereotype.Component;

/** How the parts of a plan belong together: a table for each section of which anything was said, and who can help whom. */
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
        table(paper, plan, PlanSection.BUDGET, List.of("activity"));
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
                .toList();
        List<String> head = new ArrayList<>();
        head.add(words.getTranslation("enum.PlanSection." + section.name()));
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
