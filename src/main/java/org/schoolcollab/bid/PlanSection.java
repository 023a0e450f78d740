package org.schoolcollab.bid;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.schoolcollab.bid.PlanField.Kind;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.shared.ValidationFailed.Problem;

/**
 * The one list of what a plan consists of: its sections in the order of the form, each with the fields of its lines and those that it
 * has once. What is stored, cleaned, held to a length, merged and compared follows from it (decision 21).
 */
public enum PlanSection {
    PRIORITIES(
            40,
            List.of(
                    PlanField.code("code", PlanCatalogue.Kind.PRIORITY),
                    PlanField.text("words", PlanDraft.SHORT_TEXT, "")),
            List.of()),
    ACTIVITIES(
            60,
            List.of(
                    PlanField.code("code", PlanCatalogue.Kind.ACTIVITY),
                    PlanField.text("words", PlanDraft.SHORT_TEXT, ""),
                    PlanField.lines("priorities", "bid.parts.priorities"),
                    PlanField.of(Kind.DATE, "from", "bid.parts.from"),
                    PlanField.of(Kind.DATE, "to", "bid.parts.to"),
                    PlanField.of(Kind.AMOUNT, "cost", "bid.parts.cost")),
            List.of()),
    TARGETS(
            60,
            List.of(
                    PlanField.text("measure", PlanDraft.SHORT_TEXT, "bid.plan.target.measure"),
                    PlanField.text("about", PlanDraft.SHORT_TEXT, "bid.plan.target.about"),
                    PlanField.of(Kind.NUMBER, "baseline", "bid.plan.target.baseline"),
                    PlanField.of(Kind.NUMBER, "value", "bid.plan.target.value"),
                    PlanField.of(Kind.DATE, "by", "bid.plan.target.by"),
                    PlanField.lines("priorities", "bid.parts.priorities"),
                    PlanField.text("listed", PlanDraft.SHORT_TEXT, "bid.parts.listed"),
                    PlanField.choice("group", "bid.parts.group", TargetGroup.class),
                    PlanField.schools("schools", "bid.parts.schools"),
                    PlanField.choice("better", "bid.parts.better", BetterWhen.class),
                    PlanField.text("source", PlanDraft.SHORT_TEXT, "bid.parts.source"),
                    PlanField.of(Kind.DATE, "baselineOn", "bid.parts.baselineOn"),
                    PlanField.text("confirmed", PlanDraft.LONG_TEXT, "bid.parts.confirmed")),
            List.of()),
    BUDGET(
            150,
            List.of(
                    PlanField.choice("category", "bid.plan.budget.category", BudgetCategory.class),
                    PlanField.text("description", PlanDraft.SHORT_TEXT, "bid.plan.budget.description"),
                    PlanField.of(Kind.AMOUNT, "amount", "bid.plan.budget.amount"),
                    PlanField.lines("activity", "bid.parts.activity")),
            List.of(PlanField.text("variance", PlanDraft.LONG_TEXT, "bid.plan.variance.label"))),
    SUPPORT(
            30,
            List.of(
                    PlanField.text("what", PlanDraft.SHORT_TEXT, "bid.parts.support.what"),
                    PlanField.choice("provider", "bid.parts.support.provider", ProviderType.class),
                    PlanField.text("name", PlanDraft.SHORT_TEXT, "bid.parts.support.providerName"),
                    PlanField.of(Kind.AMOUNT, "cost", "bid.parts.cost")),
            List.of(
                    PlanField.of(Kind.AMOUNT, "matchedAmount", "bid.plan.matched.label"),
                    PlanField.text("matchedBy", PlanDraft.LONG_TEXT, "bid.plan.matchedBy.label"),
                    PlanField.of(Kind.YES, "skillsAudit", "bid.plan.skillsAudit.short"),
                    PlanField.text("support", PlanDraft.LONG_TEXT, "bid.plan.support.short"))),
    /** What each school is strong in and what it needs, by theme (§27): each line has the id of its school. */
    SKILLS(
            60,
            List.of(
                    PlanField.codes("strengths", PlanCatalogue.Kind.PRIORITY, "bid.skills.strengths"),
                    PlanField.codes("needs", PlanCatalogue.Kind.PRIORITY, "bid.skills.needs")),
            List.of());

    /** How far a section is. */
    public enum State {
        NOT_STARTED,
        IN_PROGRESS,
        COMPLETE
    }

    private final int maxLines;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<PlanField> lineFields;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<PlanField> ownFields;

    PlanSection(int maxLines, List<PlanField> lineFields, List<PlanField> ownFields) {
        this.maxLines = maxLines;
        this.lineFields = lineFields;
        this.ownFields = ownFields;
    }

    /** Whether each line has the id of its school, so that nobody adds or removes it: it is there as soon as anything is typed in it. */
    public boolean linesAreSchools() {
        return this == SKILLS;
    }

    /** Lines that fit. */
    public int maxLines() {
        return maxLines;
    }

    /** The fields of a line: those of each line, or of {@link PlanFields#ITSELF} those that the section has once. */
    public List<PlanField> fields(String line) {
        return line.equals(PlanFields.ITSELF) ? ownFields : lineFields;
    }

    /** A field of a line, if there is one of this name. */
    public Optional<PlanField> field(String line, String name) {
        return fields(line).stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The name under which refusals and gaps know the lines of this section, e.g. {@code targets}. */
    public String problemName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The name under which refusals and gaps know a field, e.g. {@code targets[2].measure} or {@code variance}.
     *
     * @param index of the line among those of its section, from 0; of no meaning for fields that the section has once
     */
    public String problemName(String line, int index, PlanField field) {
        if (line.equals(PlanFields.ITSELF)) {
            return field.name();
        }
        String name = problemName() + "[" + index + "]";
        return field.isTheLineItself() ? name : name + "." + field.name();
    }

    /** How far this section of a saved draft is, given the gaps that the whole draft still has. */
    public State state(PlanFields draft, List<Problem> gaps) {
        if (draft.lines().stream().filter(line -> line.section() == this).allMatch(Line::nothingTyped)) {
            return State.NOT_STARTED;
        }
        return gaps.stream().anyMatch(this::owns) ? State.IN_PROGRESS : State.COMPLETE;
    }

    private boolean owns(Problem gap) {
        return gap.field().startsWith(problemName() + "[")
                || Stream.concat(Stream.of(problemName()), ownFields.stream().map(PlanField::name))
                        .anyMatch(gap.field()::equals);
    }
}
