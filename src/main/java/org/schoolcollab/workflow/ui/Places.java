package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.editing.Step;
import org.schoolcollab.workflow.editing.StepKind;
import org.schoolcollab.workflow.editing.Way;

/** Where in a definition a step can stand, in words. */
final class Places {

    /**
     * A place.
     *
     * @param id of the step or way behind which it is
     */
    record Place(String id, String words) {}

    private final Component words;
    private final Definition definition;

    Places(Component words, Definition definition) {
        this.words = words;
        this.definition = definition;
    }

    /** Every place, in the order of the steps. */
    List<Place> all() {
        return definition.steps().stream().flatMap(step -> after(step).stream()).toList();
    }

    /** The places behind one step: one for each of its ways on. */
    List<Place> after(Step step) {
        List<Place> places = new ArrayList<>();
        if (step.kind() == StepKind.END) {
            return places;
        }
        if (step.ways().size() < 2) {
            places.add(new Place(step.id(), words.getTranslation("workflow.place.after", step.label())));
            if (step.kind() != StepKind.GATEWAY) {
                return places;
            }
        }
        step.ways()
                .forEach(way -> places.add(new Place(
                        way.id(),
                        words.getTranslation("workflow.place.answer", step.label(), answer(way), name(way.to())))));
        if (step.kind() == StepKind.GATEWAY && step.ways().size() > 1) {
            places.add(new Place(step.id(), words.getTranslation("workflow.place.newAnswer", step.label())));
        }
        return places;
    }

    /** What is written on a way, or that it is the one taken otherwise. */
    String answer(Way way) {
        if (!way.label().isBlank()) {
            return way.label();
        }
        return words.getTranslation(way.otherwise() ? "workflow.place.otherwise" : "workflow.place.unnamed");
    }

    /** The name of a step, or its id. */
    String name(String id) {
        return definition.find(id).map(Step::label).orElse(id);
    }

    /** The step with this id, or the one that the way with this id comes from. */
    static Optional<Step> stepOf(Definition definition, String elementId) {
        return definition
                .find(elementId)
                .or(() -> definition.steps().stream()
                        .filter(step ->
                                step.ways().stream().anyMatch(way -> way.id().equals(elementId)))
                        .findFirst());
    }
}
