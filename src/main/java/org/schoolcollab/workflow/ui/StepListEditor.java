package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.listbox.ListBox;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.Refusals;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.editing.Edit;
import org.schoolcollab.workflow.editing.Step;
import org.schoolcollab.workflow.editing.StepKind;

/** The steps of a definition in the order of the way, and everything that can be drawn, without drawing: add, move, connect, remove. */
class StepListEditor extends Div {

    private final Consumer<Edit> edits;
    private final ListBox<Step> list = new ListBox<>();
    private final Button add;
    private final Button move;
    private final Button connect;
    private final Button remove;
    private @Nullable Definition definition;
    private boolean showing;

    /**
     * Builds the list.
     *
     * @param edits does an edit, or throws its refusal
     * @param chosen is told the id of the step that is chosen by a person
     */
    StepListEditor(Consumer<Edit> edits, Consumer<String> chosen) {
        this.edits = edits;
        addClassNames("stack", "step-list");
        add = new Button(getTranslation("workflow.steplist.add"), e -> chosen().ifPresent(step -> ask().add(step)));
        move = new Button(getTranslation("workflow.steplist.move"), e -> chosen().ifPresent(step -> ask().move(step)));
        connect = new Button(
                getTranslation("workflow.steplist.connect"), e -> chosen().ifPresent(step -> ask().connect(step)));
        remove = new Button(getTranslation("workflow.steplist.remove"), e -> chosen().ifPresent(this::remove));
        Div buttons = new Div(add, move, connect, remove);
        buttons.addClassName("row");
        buttons.getElement().setAttribute("role", "group");
        buttons.getElement().setAttribute("aria-label", getTranslation("workflow.steplist.acts"));
        Paragraph hint = new Paragraph(getTranslation("workflow.steplist.hint"));
        hint.addClassName("hint");
        list.getElement().setAttribute("aria-label", getTranslation("workflow.steplist.title"));
        list.addClassName("step-list-box");
        list.setRenderer(new ComponentRenderer<>(this::row));
        list.addValueChangeListener(e -> {
            enable();
            if (!showing && e.getValue() != null) {
                chosen.accept(e.getValue().id());
            }
        });
        add(hint, buttons, list);
        enable();
    }

    /** Shows this definition with this step chosen; an id that is none chooses nothing. */
    void show(Definition shown, String chosen) {
        showing = true;
        definition = shown;
        List<Step> steps = shown.steps();
        list.setItems(steps);
        list.setValue(steps.stream()
                .filter(step -> step.id().equals(chosen))
                .findFirst()
                .orElse(null));
        showing = false;
        enable();
    }

    /** The keyboard goes to the list. */
    void focusChosen() {
        list.getElement().executeJs("(this.querySelector('[selected]') ?? this).focus()");
    }

    private Optional<Step> chosen() {
        return Optional.ofNullable(list.getValue());
    }

    private void enable() {
        Optional<Step> step = chosen();
        add.setEnabled(step.filter(s -> s.kind() != StepKind.END).isPresent());
        move.setEnabled(step.filter(StepListEditor::isOnTheWay).isPresent());
        connect.setEnabled(step.filter(s -> s.kind() != StepKind.END).isPresent());
        remove.setEnabled(step.filter(s -> s.kind() != StepKind.START).isPresent());
    }

    private static boolean isOnTheWay(Step step) {
        return step.kind().canBeAdded() && step.kind() != StepKind.END && step.kind() != StepKind.GATEWAY;
    }

    private Div row(Step step) {
        Span name = new Span(step.label());
        name.addClassName("row-title");
        Span kind = new Span(kind(step));
        kind.addClassName("row-meta");
        Div first = new Div(name, new Span(" "), kind);
        Span ways = new Span(waysOn(step));
        ways.addClassName("row-meta");
        Div row = new Div(first, ways);
        row.addClassNames("step-row", "step-level-" + Math.min(step.level() + (step.attachedTo() == null ? 0 : 1), 3));
        return row;
    }

    private String kind(Step step) {
        String kind = getTranslation("enum.StepKind." + step.kind().name());
        String beside = step.attachedTo();
        return beside == null
                ? kind
                : getTranslation("workflow.steplist.of", kind, new Places(this, shown()).name(beside));
    }

    private String waysOn(Step step) {
        Places places = new Places(this, shown());
        if (step.ways().isEmpty()) {
            return step.kind() == StepKind.END ? "" : getTranslation("workflow.steplist.nowhere");
        }
        if (step.kind() != StepKind.GATEWAY) {
            return getTranslation(
                    "workflow.steplist.to",
                    step.ways().stream().map(way -> places.name(way.to())).collect(Collectors.joining(", ")));
        }
        return step.ways().stream()
                .map(way -> getTranslation("workflow.steplist.answer", places.answer(way), places.name(way.to())))
                .collect(Collectors.joining("; "));
    }

    private StepDialogs ask() {
        return new StepDialogs(this, shown(), edits);
    }

    private void remove(Step step) {
        try {
            edits.accept(new Edit.RemoveStep(step.id()));
        } catch (BusinessRuleViolation refusal) {
            Refusals.show(this, refusal);
        }
    }

    private Definition shown() {
        if (definition == null) {
            throw new IllegalStateException("nothing is shown yet");
        }
        return definition;
    }
}
