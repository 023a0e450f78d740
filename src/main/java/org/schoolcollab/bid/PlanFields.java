package org.schoolcollab.bid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.PlanDraft.BudgetLine;
import org.schoolcollab.bid.PlanDraft.Item;
import org.schoolcollab.bid.PlanDraft.Target;

/**
 * A plan as its lines and fields in the order of the form, as {@link PlanSection} declares them: what is stored, what a revision keeps,
 * and what two revisions are compared by.
 */
public record PlanFields(List<Line> lines) {

    /** The line of a section that stands for its fields outside of any line. */
    public static final String ITSELF = "plan";

    /**
     * A line of the plan.
     *
     * @param id of the line, or {@link #ITSELF}
     * @param fields what is typed, by name, in the order of the form
     */
    public record Line(PlanSection section, String id, Map<String, String> fields) {

        /** What is typed in a field, empty where nothing is. */
        public String field(String name) {
            return fields.getOrDefault(name, "");
        }

        /** Whether there is nothing in it yet. */
        public boolean nothingTyped() {
            return fields.values().stream().allMatch(String::isEmpty);
        }
    }

    /** A plan with nothing in it. */
    public static PlanFields empty() {
        return new PlanFields(List.of());
    }

    /** The fields of a draft; a line without an id gets one. */
    public static PlanFields of(PlanDraft draft) {
        List<Line> lines = new ArrayList<>();
        draft.priorities().forEach(item -> lines.add(line(PlanSection.PRIORITIES, item)));
        draft.activities().forEach(item -> lines.add(line(PlanSection.ACTIVITIES, item)));
        draft.targets()
                .forEach(target -> lines.add(line(
                        PlanSection.TARGETS,
                        target.id(),
                        "measure",
                        target.measure(),
                        "about",
                        target.about(),
                        "baseline",
                        target.baseline(),
                        "value",
                        target.value(),
                        "by",
                        target.by() == null ? "" : target.by().toString())));
        draft.budget()
                .forEach(money -> lines.add(line(
                        PlanSection.BUDGET,
                        money.id(),
                        "category",
                        money.category() == null ? "" : money.category().name(),
                        "description",
                        money.description(),
                        "amount",
                        money.amount())));
        lines.add(once(PlanSection.BUDGET, "variance", draft.variance()));
        lines.add(once(
                PlanSection.SUPPORT,
                "matchedAmount",
                draft.matchedAmount(),
                "matchedBy",
                draft.matchedBy(),
                "skillsAudit",
                draft.skillsAuditDone() ? PlanField.TICKED : "",
                "support",
                draft.support()));
        return new PlanFields(List.copyOf(lines));
    }

    private static Line line(PlanSection section, Item item) {
        return line(section, item.id(), "code", item.code() == null ? "" : item.code(), "words", item.words());
    }

    private static Line line(PlanSection section, @Nullable UUID id, String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Line(section, id == null ? UUID.randomUUID().toString() : id.toString(), fields);
    }

    private static Line once(PlanSection section, String... namesAndValues) {
        return new Line(section, ITSELF, line(section, null, namesAndValues).fields());
    }

    /**
     * These fields as a draft; lines in which nothing is typed are left out.
     *
     * @param version of the draft that it takes the place of
     */
    public PlanDraft draft(int version) {
        Line budget = itself(PlanSection.BUDGET);
        Line support = itself(PlanSection.SUPPORT);
        return new PlanDraft(
                version,
                lines(PlanSection.PRIORITIES, PlanFields::item),
                lines(PlanSection.ACTIVITIES, PlanFields::item),
                lines(
                        PlanSection.TARGETS,
                        line -> new Target(
                                id(line),
                                line.field("measure"),
                                line.field("about"),
                                line.field("baseline"),
                                line.field("value"),
                                line.field("by").isEmpty() ? null : LocalDate.parse(line.field("by")))),
                lines(
                        PlanSection.BUDGET,
                        line -> new BudgetLine(
                                id(line),
                                line.field("category").isEmpty()
                                        ? null
                                        : BudgetCategory.valueOf(line.field("category")),
                                line.field("description"),
                                line.field("amount"))),
                !support.field("skillsAudit").isEmpty(),
                support.field("support"),
                budget.field("variance"),
                support.field("matchedAmount"),
                support.field("matchedBy"));
    }

    /** The lines of a section in their order, without the one for its fields outside of any line. */
    public List<Line> lines(PlanSection section) {
        return lines.stream()
                .filter(line -> line.section() == section && !line.id().equals(ITSELF))
                .toList();
    }

    /** The fields that a section has once; empty where nothing was typed yet. */
    public Line itself(PlanSection section) {
        return find(section, ITSELF).orElseGet(() -> new Line(section, ITSELF, Map.of()));
    }

    /** A line, or {@link #ITSELF} where anything is stored under it. */
    public Optional<Line> find(PlanSection section, String id) {
        return lines.stream()
                .filter(line -> line.section() == section && line.id().equals(id))
                .findFirst();
    }

    private <T> List<T> lines(PlanSection section, Function<Line, T> read) {
        return lines(section).stream()
                .filter(line -> !line.nothingTyped())
                .map(read)
                .toList();
    }

    private static Item item(Line line) {
        return new Item(id(line), line.field("code").isEmpty() ? null : line.field("code"), line.field("words"));
    }

    private static UUID id(Line line) {
        return UUID.fromString(line.id());
    }
}
