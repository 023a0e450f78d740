package org.schoolcollab.workflow.move;

import java.util.Map;
import java.util.Set;
import org.schoolcollab.workflow.Definitions;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.editing.Edit.AddStep;
import org.schoolcollab.workflow.editing.Edit.Rename;
import org.schoolcollab.workflow.editing.Edit.SetProperty;
import org.schoolcollab.workflow.editing.Step;
import org.schoolcollab.workflow.editing.StepKind;
import org.schoolcollab.workflow.editing.StepProperty;

/** What administrators change from one version to the next, made by the acts of the editor. */
enum VersionChange {
    /** Each step has another deadline, with reminder and escalation. */
    DEADLINES,
    /** Each step has another name. */
    NAMES,
    /** Each step without a screen of its own has another id under the same name. */
    IDS,
    /** Behind the step where the bid stands comes a sign-off. */
    STEP_MORE,
    /** The sign-off where the bid stands is gone: somebody says where it goes. */
    STEP_GONE,
    /** The sign-off where the bid stands is another group's, due at another time. */
    GROUP;

    static final String SIGN_OFF = "userTask_SecondLook";

    private static final String TASKS_DAYS = "7";
    private static final String INSTEAD_OF_A_DATE = "30";
    private static final Map<String, String> FILES = Map.of(
            "bidLifecycle", "bid-lifecycle",
            "boardVote", "board-vote",
            "budgetRelease", "budget-release",
            "marchReport", "march-report",
            "octoberReport", "october-report");

    /** Who takes the sign-off; elsewhere the adviser. */
    private static final Map<String, String> GROUPS =
            Map.of("boardVote", "${decisionLeads.groups(execution)}", "budgetRelease", "FINANCE_OFFICER");

    /** Whether the bid stands at a sign-off that the old version has and not where its state says. */
    boolean isAtSignOff() {
        return this == STEP_GONE || this == GROUP;
    }

    /** Whether it makes a difference there, that no other state shows. */
    boolean concerns(WaitState state) {
        return switch (this) {
            case DEADLINES, NAMES -> true;
            case IDS -> state.processes().size() > 1 || state.step().startsWith("timerEvent_");
            case STEP_MORE -> !state.isLate();
            case STEP_GONE, GROUP -> !state.isLate() && !state.name().startsWith("VOTE_");
        };
    }

    /** The version that the bid is on. */
    Definition before(WaitState state, String key) {
        Definition shipped = Definition.read(Definitions.shipped(FILES.getOrDefault(key, key)));
        return isAtSignOff() && key.equals(state.process()) ? withSignOff(state, shipped) : shipped;
    }

    /** The version that it is moved to. */
    Definition after(WaitState state, String key) {
        Definition before = before(state, key);
        boolean inner = key.equals(state.process());
        return switch (this) {
            case DEADLINES -> everywhere(before, VersionChange::otherDeadline);
            case NAMES ->
                everywhere(before, (definition, step) -> definition.apply(new Rename(step.id(), renamed(step))));
            case IDS -> otherIds(before);
            case STEP_MORE -> inner ? withSignOff(state, before) : named(before);
            case STEP_GONE ->
                inner ? Definition.read(Definitions.shipped(FILES.getOrDefault(key, key))) : named(before);
            case GROUP -> inner ? regrouped(before) : named(before);
        };
    }

    private interface Change {
        Definition of(Definition definition, Step step);
    }

    private static Definition everywhere(Definition definition, Change change) {
        Definition changed = definition;
        for (Step step : definition.steps()) {
            if (Set.of(StepKind.TASK, StepKind.VOTE, StepKind.CALL, StepKind.WAIT)
                    .contains(step.kind())) {
                changed = change.of(changed, step);
            }
        }
        return changed;
    }

    private static Definition otherDeadline(Definition definition, Step step) {
        String deadline = step.properties().get(StepProperty.DEADLINE);
        if (step.kind() != StepKind.TASK || deadline == null) {
            return definition;
        }
        return definition.apply(new SetProperty(
                step.id(), StepProperty.DEADLINE, deadline.matches("[0-9]+") ? TASKS_DAYS : INSTEAD_OF_A_DATE));
    }

    private static String renamed(Step step) {
        return step.label() + " again";
    }

    private static Definition named(Definition definition) {
        return everywhere(definition, (changed, step) -> changed.apply(new Rename(step.id(), renamed(step))));
    }

    private static Definition otherIds(Definition definition) {
        String xml = definition.xml();
        for (Step step : definition.steps()) {
            if (step.kind() == StepKind.CALL || step.kind() == StepKind.WAIT) {
                xml = xml.replace("\"" + step.id() + "\"", "\"" + step.id() + "Anew\"");
            }
        }
        return Definition.read(xml);
    }

    private static Definition withSignOff(WaitState state, Definition definition) {
        return definition.apply(new AddStep(
                state.behind(),
                StepKind.TASK,
                "Second look",
                Map.of(StepProperty.GROUP, GROUPS.getOrDefault(state.process(), "${adviserGroup}"))));
    }

    private static Definition regrouped(Definition definition) {
        return definition
                .apply(new SetProperty(SIGN_OFF, StepProperty.GROUP, "FINANCE_APPROVER"))
                .apply(new SetProperty(SIGN_OFF, StepProperty.DEADLINE, "3"));
    }
}
