package org.schoolcollab.bid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.schoolcollab.bid.PlanFields.Line;

/** A whole plan typed at a stroke: the edits that make a draft hold it, as a person would make them who sees the draft. */
final class TypedPlan {

    private TypedPlan() {}

    /** Lines that the plan does not have are removed; fields that {@link PlanDraft} does not know stay as they are. */
    static List<PlanEdit> edits(PlanFields now, PlanDraft plan) {
        List<Line> wanted = PlanFields.of(plan).lines();
        List<PlanEdit> edits = new ArrayList<>();
        for (PlanSection section :
                List.of(PlanSection.PRIORITIES, PlanSection.ACTIVITIES, PlanSection.TARGETS, PlanSection.BUDGET)) {
            now.lines(section).stream()
                    .filter(line ->
                            wanted.stream().noneMatch(other -> other.id().equals(line.id())))
                    .forEach(line -> edits.add(new PlanEdit.Remove(section, line.id(), line.fields())));
        }
        List<String> priorities = wanted.stream()
                .filter(line -> line.section() == PlanSection.PRIORITIES)
                .map(Line::id)
                .toList();
        for (Line line : wanted) {
            Line there = now.find(line.section(), line.id()).orElse(null);
            if (there == null && !line.id().equals(PlanFields.ITSELF)) {
                edits.add(new PlanEdit.Add(line.section(), line.id(), "none", whole(line, priorities)));
            } else {
                line.fields()
                        .forEach((field, typed) -> edits.add(new PlanEdit.Type(
                                line.section(), line.id(), field, there == null ? "" : there.field(field), typed)));
            }
        }
        return edits;
    }

    /**
     * A baseline in numbers says where it is from and of which day, and what serves a plan with several priorities names them, which
     * {@link PlanDraft} does not know.
     */
    private static Map<String, String> whole(Line line, List<String> priorities) {
        Map<String, String> fields = new LinkedHashMap<>(line.fields());
        if (priorities.size() > 1
                && (line.section() == PlanSection.TARGETS || line.section() == PlanSection.ACTIVITIES)) {
            fields.put("priorities", String.join(" ", priorities));
        }
        if (line.section() == PlanSection.TARGETS && PlanDraft.isNumber(line.field("baseline"))) {
            fields.put("source", "Teacher assessment");
            fields.put("baselineOn", "2014-05-31");
        }
        return fields;
    }
}
