package org.schoolcollab.bid.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.schoolcollab.bid.BudgetSums;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanParts.Parts;
import org.schoolcollab.bid.PlanSection;

/** Links, dates and costs of a plan's lines, and what is commissioned. */
class PartsForm extends PlanPageForm {

    private final transient Parts parts;
    private final transient Choices priorities;
    private final transient Choices activities;
    private final LinkFields ofActivities;
    private final LinkFields ofTargets;
    private final LinkFields ofBudget;
    private final BudgetTables sums = new BudgetTables();
    private final transient List<SectionFields> sections;

    PartsForm(Parts parts, PlanWriting writing) {
        this.parts = parts;
        PlanFields now = writing.known();
        priorities = new Choices(parts.priorities(now), id -> isThere(writing, PlanSection.PRIORITIES, id));
        activities = new Choices(parts.activities(now), id -> isThere(writing, PlanSection.ACTIVITIES, id));
        Choices schools = new Choices(schools(parts), id -> true);
        PartInputs inputs = new PartInputs(writing);
        ofActivities = new LinkFields(
                PlanSection.ACTIVITIES,
                List.of("priorities", "from", "to", "cost"),
                Map.of("priorities", priorities),
                List.of(),
                parts::activity,
                inputs);
        ofTargets = new LinkFields(
                PlanSection.TARGETS,
                List.of("priorities", "listed", "group", "schools", "better", "source", "baselineOn", "confirmed"),
                Map.of("priorities", priorities, "schools", schools),
                parts.measures(),
                line -> line.field("measure"),
                inputs);
        ofBudget = new LinkFields(
                PlanSection.BUDGET,
                List.of("activity"),
                Map.of("activity", activities),
                List.of(),
                line -> line.field("description"),
                inputs);
        sections = List.of(ofActivities, ofTargets, ofBudget, new CommissionedFields(inputs));
        sections.forEach(section -> card(
                getTranslation(
                        section.section() == PlanSection.SUPPORT
                                ? "bid.parts.of.SUPPORT"
                                : "enum.PlanSection." + section.section().name()),
                section));
        ofBudget.add(sums);
        merge(now);
    }

    private static boolean isThere(PlanWriting writing, PlanSection section, String line) {
        return writing.known().find(section, line).isPresent();
    }

    /** The members, and those that a target names and that have left: the lead has to see them to take them out. */
    private Map<String, String> schools(Parts parts) {
        Map<String, String> names = new LinkedHashMap<>(parts.schoolNames());
        parts.formerSchools().forEach((id, name) -> names.put(id, getTranslation("bid.parts.schools.former", name)));
        return names;
    }

    @Override
    void merge(PlanFields stored) {
        boolean otherPriorities = priorities.become(parts.priorities(stored));
        boolean otherActivities = activities.become(parts.activities(stored));
        sections.forEach(section -> section.merge(stored));
        sums.show(BudgetSums.of(stored), parts.activities(stored));
        if (otherPriorities) {
            ofActivities.showAgain();
            ofTargets.showAgain();
        }
        if (otherActivities) {
            ofBudget.showAgain();
        }
    }

    @Override
    void name(PlanFields saved, FieldNames names) {
        int priorities = typed(saved, PlanSection.PRIORITIES).size();
        for (int i = 0; i < priorities; i++) {
            String priority = PlanSection.PRIORITIES.problemName() + "[" + i + "].";
            names.name(priority + PlanSection.ACTIVITIES.problemName(), ofActivities);
            names.name(priority + PlanSection.TARGETS.problemName(), ofTargets);
        }
        sections.forEach(section -> section.name(typed(saved, section.section()), names));
    }

    private static List<Line> typed(PlanFields saved, PlanSection section) {
        return saved.lines(section).stream()
                .filter(line -> !line.nothingTyped())
                .toList();
    }
}
