package org.schoolcollab.bid.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanField;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanOutline;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.bid.SkillsMatch;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.paper.Paper;
import org.schoolcollab.paper.Wording;
import org.springframework.stereotype.Component;

/** How the parts of a plan belong together: a table for each section of which anything was said, and who can help whom. */
@Component
class PartsPaper {

    private final FieldText texts;
    private final Wording words;

    PartsPaper(PlanCatalogue catalogue, Wording words) {
        this.texts = new FieldText(catalogue, words::getTranslation);
        this.words = words;
    }

    void write(Paper.Writer paper, PlanOutline plan) {
        table(paper, plan, PlanSection.ACTIVITIES, List.of("priorities", "from", "to", "cost"));
        table(
                paper,
                plan,
                PlanSection.TARGETS,
                List.of("priorities", "listed", "group", "better", "source", "baselineOn", "confirmed"));
        table(paper, plan, PlanSection.BUDGET, List.of("activity"));
        table(paper, plan, PlanSection.SUPPORT, List.of("provider", "name", "cost"));
        if (!plan.plan().lines(PlanSection.SKILLS).isEmpty()) {
            skills(paper, plan);
        }
    }

    private void table(Paper.Writer paper, PlanOutline plan, PlanSection section, List<String> names) {
        List<Line> said = plan.plan().lines(section).stream()
                .filter(line ->
                        names.stream().anyMatch(name -> !line.field(name).isEmpty()))
                .toList();
        if (said.isEmpty()) {
            return;
        }
        List<PlanField> fields = section.fields(said.getFirst().id()).stream()
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

    private List<String> cells(PlanOutline plan, Line line, List<PlanField> fields) {
        List<String> cells = new ArrayList<>();
        cells.add(plan.name(line));
        fields.forEach(field -> cells.add(shown(plan, field, line.field(field.name()))));
        return cells;
    }

    private String shown(PlanOutline plan, PlanField field, String typed) {
        if (field.kind() == PlanField.Kind.LINES) {
            String named = plan.named(typed);
            return named.isEmpty() ? words.getTranslation("bid.parts.all") : named;
        }
        return texts.shown(field, typed);
    }

    private void skills(Paper.Writer paper, PlanOutline plan) {
        paper.heading(words.getTranslation("bid.skills.title"));
        Map<EstablishmentId, String> names = new LinkedHashMap<>();
        plan.schools().forEach(school -> names.put(school.id(), school.name()));
        List<SkillsMatch> matches = SkillsMatch.of(plan.plan(), plan.themes().keySet(), names);
        if (matches.isEmpty()) {
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
                matches.stream()
                        .map(match -> List.of(
                                plan.themes().getOrDefault(match.theme(), match.theme()),
                                String.join(", ", match.needing()),
                                match.isInside()
                                        ? String.join(", ", match.strong())
                                        : words.getTranslation("bid.skills.outside")))
                        .toList(),
                List.of());
    }
}
