package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.schoolcollab.workflow.draft.ProcessDrafts;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.editing.Step;
import org.schoolcollab.workflow.editing.StepKind;
import org.schoolcollab.workflow.editing.StepProperty;
import org.schoolcollab.workflow.gate.Finding;
import org.schoolcollab.workflow.ui.ProblemsPanel.Line;

/** What the gate refuses in a draft, and what it would let pass though people may come to grief with it, in sentences. */
final class DraftProblems {

    private DraftProblems() {}

    /** Errors first, each kind in the order found. */
    static List<Line> of(Component words, ProcessDrafts drafts, Definition definition) {
        List<Line> lines = new ArrayList<>(errors(words, definition, drafts.problems(definition.xml())));
        definition.steps().forEach(step -> warn(words, step, lines));
        return List.copyOf(lines);
    }

    /** What the gate found, in sentences. */
    static List<Line> errors(Component words, Definition definition, List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Line(place(definition, finding), true, error(words, definition, finding)))
                .toList();
    }

    /** Its element; of a problem inside a process that this one starts, the last step on the way there that starts one. */
    private static String place(Definition definition, Finding finding) {
        if (finding.arguments().size() < 2
                || Places.stepOf(definition, finding.element()).isPresent()) {
            return finding.element();
        }
        String way = ", " + finding.arguments().get(1) + ", ";
        return definition.steps().stream()
                .filter(step -> step.kind() == StepKind.CALL)
                .filter(step -> way.contains(", " + step.label() + ", "))
                .max(Comparator.comparingInt(step -> way.lastIndexOf(", " + step.label() + ", ")))
                .map(Step::id)
                .orElse(finding.element());
    }

    private static String error(Component words, Definition definition, Finding finding) {
        String sentence =
                words.getTranslation(finding.reason(), finding.arguments().toArray());
        // Most sentences begin with the name of the step; those that do not get it before them.
        String name =
                Places.stepOf(definition, finding.element()).map(Step::label).orElse("");
        String said = name.isEmpty() || sentence.contains(name)
                ? sentence
                : words.getTranslation("workflow.problems.at", name, sentence);
        return said.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + said.substring(1);
    }

    private static void warn(Component words, Step step, List<Line> lines) {
        if (step.name().isBlank() && step.kind() != StepKind.EVENT && step.kind() != StepKind.START) {
            lines.add(new Line(step.id(), false, words.getTranslation("workflow.warning.noName", step.id())));
        }
        if (step.kind() == StepKind.TASK || step.kind() == StepKind.VOTE) {
            unset(words, step, StepProperty.REMINDER, "workflow.warning.noReminder", lines);
            unset(words, step, StepProperty.ESCALATION, "workflow.warning.noEscalation", lines);
        }
        if (step.kind() == StepKind.GATEWAY) {
            step.ways().stream()
                    .filter(way -> way.label().isBlank() && step.ways().size() > 1)
                    .forEach(way -> lines.add(new Line(
                            way.id(), false, words.getTranslation("workflow.warning.noAnswer", step.label()))));
            if (step.ways().size() == 1) {
                lines.add(new Line(step.id(), false, words.getTranslation("workflow.warning.oneWay", step.label())));
            }
        }
    }

    private static void unset(Component words, Step step, StepProperty property, String key, List<Line> lines) {
        if (step.properties().getOrDefault(property, "").isEmpty()) {
            lines.add(new Line(step.id(), false, words.getTranslation(key, step.label())));
        }
    }
}
