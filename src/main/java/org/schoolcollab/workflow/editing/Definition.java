package org.schoolcollab.workflow.editing;

import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;

/** A process definition as an editor has it; never changed, each act gives another one. */
public final class Definition {

    private final String xml;
    private final String key;
    private final List<Step> steps;

    private Definition(Document document) {
        Model model = new Model(document);
        this.xml = Xml.write(document);
        this.key = Model.id(model.process());
        this.steps = Order.of(model);
    }

    /**
     * Opens a definition. What the gate would refuse can be opened as long as it can be read.
     *
     * @throws EditRefused if it is no BPMN file, holds a document type, is too large or too deep, or not exactly one process
     */
    public static Definition read(String xml) {
        Document document = Xml.read(xml);
        return new Definition(document);
    }

    /** The BPMN file, with its diagram; written always in the same form. */
    public String xml() {
        return xml;
    }

    /** Id of the process. */
    public String key() {
        return key;
    }

    /** Every step, along the flow: what comes first, first; what is beside the way, last. Steps of a part follow it. */
    public List<Step> steps() {
        return steps;
    }

    /**
     * One step.
     *
     * @throws EditRefused if there is none of this id
     */
    public Step step(String id) {
        return find(id).orElseThrow(() -> new EditRefused("error.editing.noSuchStep", id));
    }

    public Optional<Step> find(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /**
     * The definition after this act, with its diagram: no shape on another, ways drawn anew where they changed. Ids stay as they are;
     * new steps get theirs from their names. Where ids that a drawing tool made up were replaced, the tool has to show the result.
     *
     * @throws EditRefused if the act makes no sense here
     */
    public Definition apply(Edit edit) {
        Document document = Xml.read(edit instanceof Edit.Drawn drawn ? drawn.xml() : xml);
        Model model = new Model(document);
        if (edit instanceof Edit.Drawn) {
            new MadeUpIds(model).replace();
        }
        new Acts(model).apply(edit, this);
        return new Definition(document);
    }

    @Override
    public String toString() {
        return key;
    }
}
