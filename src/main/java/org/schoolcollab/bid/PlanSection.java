package org.schoolcollab.bid;

import java.util.List;
import org.schoolcollab.shared.ValidationFailed.Problem;

/** The sections of a plan's form, in order, each with the names of its fields. */
public enum PlanSection {
    PRIORITIES("priorities"),
    ACTIVITIES("activities"),
    TARGETS("targets"),
    BUDGET("budget", "variance"),
    SUPPORT("matched", "support");

    /** How far a section is. */
    public enum State {
        NOT_STARTED,
        IN_PROGRESS,
        COMPLETE
    }

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> fields;

    PlanSection(String... fields) {
        this.fields = List.of(fields);
    }

    /** How far this section of a saved draft is, given the gaps that the whole draft still has. */
    public State state(PlanDraft draft, List<Problem> gaps) {
        if (!isStarted(draft)) {
            return State.NOT_STARTED;
        }
        return gaps.stream().anyMatch(this::owns) ? State.IN_PROGRESS : State.COMPLETE;
    }

    private boolean owns(Problem gap) {
        return fields.stream().anyMatch(field -> gap.field().startsWith(field));
    }

    private boolean isStarted(PlanDraft draft) {
        return switch (this) {
            case PRIORITIES -> !draft.priorities().isEmpty();
            case ACTIVITIES -> !draft.activities().isEmpty();
            case TARGETS -> !draft.targets().isEmpty();
            case BUDGET -> !draft.budget().isEmpty() || !draft.variance().isEmpty();
            case SUPPORT ->
                !draft.matchedAmount().isEmpty()
                        || !draft.matchedBy().isEmpty()
                        || !draft.support().isEmpty()
                        || draft.skillsAuditDone();
        };
    }
}
