package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.workflow.editing.Choice;
import org.schoolcollab.workflow.editing.Choices;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.editing.Edit;
import org.schoolcollab.workflow.editing.Step;
import org.schoolcollab.workflow.editing.StepKind;
import org.schoolcollab.workflow.ui.Places.Place;

/** What is asked before a step is added, moved or connected without drawing. A refusal is shown in the dialog, which stays open. */
final class StepDialogs {

    private static final int LONGEST_NAME = 120;

    private final Component owner;
    private final Definition definition;
    private final Places places;
    private final Consumer<Edit> edits;

    StepDialogs(Component owner, Definition definition, Consumer<Edit> edits) {
        this.owner = owner;
        this.definition = definition;
        this.edits = edits;
        places = new Places(owner, definition);
    }

    /** Asks what is to be added behind this step, and on which of its ways. */
    void add(Step after) {
        Select<StepKind> kind = new Select<>();
        kind.setLabel(words("workflow.add.kind"));
        kind.setItems(
                Arrays.stream(StepKind.values()).filter(StepKind::canBeAdded).toList());
        kind.setItemLabelGenerator(value -> words("enum.StepKind." + value.name()));
        kind.setValue(StepKind.TASK);
        TextField name = new TextField(words("workflow.add.name"));
        name.setHelperText(words("workflow.add.nameHint"));
        name.setMaxLength(LONGEST_NAME);
        Select<Place> place = choice("workflow.add.place", places.after(after));
        ask(words("workflow.add.title"), "workflow.add.verb", form(kind, name, place), () -> {
            require(!name.getValue().isBlank(), "error.workflow.noName");
            edits.accept(new Edit.AddStep(
                    chosen(place), kind.getValue(), name.getValue().strip(), Map.of()));
        });
    }

    /** Asks behind which step or answer this one is to stand. */
    void move(Step step) {
        Select<Place> place = choice(
                "workflow.moveStep.place",
                places.all().stream()
                        .filter(found -> !found.id().equals(step.id()))
                        .toList());
        ask(words("workflow.moveStep.title", step.label()), "workflow.moveStep.verb", form(place), () -> {
            require(place.getValue() != null, "error.workflow.noPlace");
            edits.accept(new Edit.MoveStep(step.id(), chosen(place)));
        });
    }

    /** Asks to which step of the same part a new way leads, and, from a question, when it is taken. */
    void connect(Step from) {
        Select<Step> to = new Select<>();
        to.setLabel(words("workflow.connect.to"));
        to.setItems(definition.steps().stream()
                .filter(step -> step.part().equals(from.part()) && !step.id().equals(from.id()))
                .filter(step -> step.kind() != StepKind.START && step.kind() != StepKind.EVENT)
                .toList());
        to.setItemLabelGenerator(Step::label);
        Select<Choice> condition = new Select<>();
        condition.setLabel(words("workflow.connect.condition"));
        condition.setHelperText(words("workflow.connect.conditionHint"));
        condition.setEmptySelectionAllowed(true);
        condition.setEmptySelectionCaption(words("workflow.place.otherwise"));
        condition.setItems(Choices.conditions());
        condition.setItemLabelGenerator(
                value -> value == null ? words("workflow.place.otherwise") : ChoiceWords.of(owner, value));
        condition.setVisible(from.kind() == StepKind.GATEWAY);
        ask(words("workflow.connect.title", from.label()), "workflow.connect.verb", form(to, condition), () -> {
            require(to.getValue() != null, "error.workflow.noTarget");
            Choice taken = condition.getValue();
            edits.accept(new Edit.Connect(from.id(), to.getValue().id(), taken == null ? null : taken.value()));
        });
    }

    private Select<Place> choice(String label, List<Place> offered) {
        Select<Place> place = new Select<>();
        place.setLabel(words(label));
        place.setItems(offered);
        place.setItemLabelGenerator(Place::words);
        if (offered.size() == 1) {
            place.setValue(offered.getFirst());
        }
        return place;
    }

    private static String chosen(Select<Place> place) {
        require(place.getValue() != null, "error.workflow.noPlace");
        return place.getValue().id();
    }

    private static void require(boolean given, String refusal) {
        if (!given) {
            throw new ValidationFailed(List.of(Problem.of("", refusal)));
        }
    }

    private void ask(String title, String verb, Component form, Runnable step) {
        new CheckDialog(title, form, words("workflow.add.next"), words(verb), step).open();
    }

    private static Div form(Component... fields) {
        Div form = new Div(fields);
        form.addClassName("form");
        return form;
    }

    private String words(String key, Object... arguments) {
        return owner.getTranslation(key, arguments);
    }
}
