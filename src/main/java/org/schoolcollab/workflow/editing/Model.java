package org.schoolcollab.workflow.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.workflow.gate.Vocabulary;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The steps and ways of one definition as a tree that can be changed. What is drawn is kept by {@link Diagram}. */
final class Model {

    private final Document document;
    private final Element process;

    Model(Document document) {
        this.document = document;
        this.process =
                Xml.children(document.getDocumentElement(), Xml.BPMN, "process").getFirst();
    }

    Document document() {
        return document;
    }

    Element process() {
        return process;
    }

    /** Every step by id, as they stand in the file. */
    Map<String, Element> steps() {
        Map<String, Element> all = new LinkedHashMap<>();
        collect(process, all, Vocabulary.STEPS);
        return all;
    }

    List<Element> flows() {
        Map<String, Element> all = new LinkedHashMap<>();
        collect(process, all, Set.of("sequenceFlow"));
        return List.copyOf(all.values());
    }

    private static void collect(Element scope, Map<String, Element> all, Set<String> names) {
        for (Element child : Xml.children(scope)) {
            if (Xml.BPMN.equals(child.getNamespaceURI())) {
                if (names.contains(child.getLocalName())) {
                    all.put(child.getAttribute("id"), child);
                }
                if (child.getLocalName().equals("subProcess")) {
                    collect(child, all, names);
                }
            }
        }
    }

    Optional<Element> find(String id) {
        return Optional.ofNullable(steps().get(id));
    }

    Element step(String id) {
        return find(id).orElseThrow(() -> new EditRefused("error.editing.noSuchStep", id));
    }

    Optional<Element> findFlow(String id) {
        return flows().stream()
                .filter(flow -> flow.getAttribute("id").equals(id))
                .findFirst();
    }

    Element flow(String id) {
        return findFlow(id).orElseThrow(() -> new EditRefused("error.editing.noSuchStep", id));
    }

    List<Element> leaving(String id) {
        return flows().stream()
                .filter(flow -> flow.getAttribute("sourceRef").equals(id))
                .toList();
    }

    List<Element> entering(String id) {
        return flows().stream()
                .filter(flow -> flow.getAttribute("targetRef").equals(id))
                .toList();
    }

    List<Element> attachedTo(String id) {
        return steps().values().stream()
                .filter(step -> step.getAttribute("attachedToRef").equals(id))
                .toList();
    }

    static StepKind kind(Element step) {
        return switch (step.getLocalName()) {
            case "startEvent" -> StepKind.START;
            case "endEvent" -> StepKind.END;
            case "serviceTask" -> StepKind.SERVICE;
            case "callActivity" -> StepKind.CALL;
            case "subProcess" -> StepKind.PART;
            case "exclusiveGateway" -> StepKind.GATEWAY;
            case "intermediateCatchEvent" -> StepKind.WAIT;
            case "boundaryEvent" -> StepKind.EVENT;
            default ->
                Xml.children(step, Xml.BPMN, "multiInstanceLoopCharacteristics").isEmpty()
                        ? StepKind.TASK
                        : StepKind.VOTE;
        };
    }

    static Element scope(Element step) {
        return (Element) step.getParentNode();
    }

    static String id(Element element) {
        return element.getAttribute("id");
    }

    /** The name, or the id where there is none: how refusals speak of a step. */
    static String label(Element element) {
        String name = element.getAttribute("name");
        return name.isBlank() ? id(element) : name;
    }

    /** Whether an id is used by anything in the file. */
    boolean isTaken(String id) {
        return isTaken(document.getDocumentElement(), id);
    }

    private static boolean isTaken(Element element, String id) {
        return id.equals(id(element)) || Xml.children(element).stream().anyMatch(child -> isTaken(child, id));
    }

    /** A flow between two steps of one part, behind the part's other flows. */
    Element connect(Element from, Element to) {
        Element flow = Xml.create(process, Xml.BPMN, "sequenceFlow");
        flow.setAttribute("id", Ids.free(this, "flow_" + Ids.tail(id(from)) + "_" + Ids.tail(id(to))));
        flow.setAttribute("sourceRef", id(from));
        flow.setAttribute("targetRef", id(to));
        scope(from).appendChild(flow);
        relist();
        return flow;
    }

    void retarget(Element flow, Element to) {
        flow.setAttribute("targetRef", id(to));
        relist();
    }

    void remove(Element element) {
        element.getParentNode().removeChild(element);
        relist();
    }

    /** What BPMN repeats at each step: which flows come in and go out, in the order of the flows. */
    void relist() {
        Map<String, List<String>> in = new LinkedHashMap<>();
        Map<String, List<String>> out = new LinkedHashMap<>();
        for (Element flow : flows()) {
            in.computeIfAbsent(flow.getAttribute("targetRef"), none -> new ArrayList<>())
                    .add(id(flow));
            out.computeIfAbsent(flow.getAttribute("sourceRef"), none -> new ArrayList<>())
                    .add(id(flow));
        }
        steps().forEach((id, step) -> {
            Element behind = behindReferences(step);
            list(step, behind, "incoming", in.getOrDefault(id, List.of()));
            list(step, behind, "outgoing", out.getOrDefault(id, List.of()));
        });
    }

    private static @Nullable Element behindReferences(Element step) {
        for (Element child : Xml.children(step)) {
            if (Xml.is(child, Xml.BPMN, "incoming") || Xml.is(child, Xml.BPMN, "outgoing")) {
                step.removeChild(child);
            }
        }
        return Xml.children(step).stream()
                .filter(child ->
                        !Xml.is(child, Xml.BPMN, "documentation") && !Xml.is(child, Xml.BPMN, "extensionElements"))
                .findFirst()
                .orElse(null);
    }

    private static void list(Element step, @Nullable Element before, String name, List<String> ids) {
        for (String id : ids) {
            Element reference = Xml.create(step, Xml.BPMN, name);
            reference.setTextContent(id);
            step.insertBefore(reference, before);
        }
    }
}
