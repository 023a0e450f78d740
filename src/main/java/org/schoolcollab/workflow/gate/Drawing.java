package org.schoolcollab.workflow.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One process as drawn: its nodes and flows, with the scopes they stand in. Built from what passed the allow-list. */
final class Drawing {

    /** What a node does. */
    enum Kind {
        START,
        END,
        ERROR_END,
        PERSON,
        SERVICE,
        CALL,
        SCOPE,
        TIMER,
        ON_TIMER,
        ON_MESSAGE,
        ON_ERROR,
        GATEWAY;

        boolean isBoundary() {
            return this == ON_TIMER || this == ON_MESSAGE || this == ON_ERROR;
        }

        /** Whether something has to happen, or somebody to act, before the way goes on. */
        boolean waits() {
            return this == PERSON || this == TIMER || this == CALL || this == SCOPE;
        }
    }

    /** A node; {@code scope} is the id of the sub-process around it, empty at the top. */
    record Node(String id, Kind kind, String scope, XmlElement xml) {

        String label() {
            return xml.get("name").isBlank() ? id : xml.get("name");
        }

        boolean interrupts() {
            return !xml.get("cancelActivity").equals("false");
        }
    }

    /** A flow; {@code condition} is empty text where it has none. */
    record Flow(String id, String source, String target, String condition, XmlElement xml) {}

    private final XmlElement definitions;
    private final XmlElement process;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Flow> flows = new LinkedHashMap<>();
    private final Map<String, List<Flow>> leaving = new LinkedHashMap<>();
    private final Map<String, List<Node>> boundaries = new LinkedHashMap<>();

    Drawing(XmlElement definitions, XmlElement process) {
        this.definitions = definitions;
        this.process = process;
        read(process, "");
        flows.values()
                .forEach(flow -> leaving.computeIfAbsent(flow.source(), none -> new ArrayList<>())
                        .add(flow));
        nodes.values().stream()
                .filter(node -> node.kind().isBoundary())
                .forEach(node -> boundaries
                        .computeIfAbsent(node.xml().get("attachedToRef"), none -> new ArrayList<>())
                        .add(node));
    }

    private void read(XmlElement scope, String scopeId) {
        for (XmlElement child : scope.children()) {
            String id = child.get("id");
            if (child.name().equals("sequenceFlow")) {
                String condition = child.children("conditionExpression")
                        .map(XmlElement::text)
                        .findFirst()
                        .orElse("");
                flows.put(id, new Flow(id, child.get("sourceRef"), child.get("targetRef"), condition, child));
            }
            kind(child).ifPresent(kind -> nodes.put(id, new Node(id, kind, scopeId, child)));
            if (child.name().equals("subProcess")) {
                read(child, id);
            }
        }
    }

    private static Optional<Kind> kind(XmlElement element) {
        return Optional.ofNullable(
                switch (element.name()) {
                    case "startEvent" -> Kind.START;
                    case "endEvent" -> has(element, "errorEventDefinition") ? Kind.ERROR_END : Kind.END;
                    case "userTask" -> Kind.PERSON;
                    case "serviceTask" -> Kind.SERVICE;
                    case "callActivity" -> Kind.CALL;
                    case "subProcess" -> Kind.SCOPE;
                    case "intermediateCatchEvent" -> Kind.TIMER;
                    case "exclusiveGateway" -> Kind.GATEWAY;
                    case "boundaryEvent" ->
                        has(element, "messageEventDefinition")
                                ? Kind.ON_MESSAGE
                                : has(element, "errorEventDefinition") ? Kind.ON_ERROR : Kind.ON_TIMER;
                    default -> null;
                });
    }

    private static boolean has(XmlElement element, String child) {
        return element.children(child).findAny().isPresent();
    }

    String key() {
        return process.get("id");
    }

    XmlElement definitions() {
        return definitions;
    }

    XmlElement process() {
        return process;
    }

    Stream<Node> nodes() {
        return nodes.values().stream();
    }

    Stream<Flow> flows() {
        return flows.values().stream();
    }

    @Nullable
    Node node(String id) {
        return nodes.get(id);
    }

    List<Flow> leaving(Node node) {
        return leaving.getOrDefault(node.id(), List.of());
    }

    List<Node> boundaries(Node node) {
        return boundaries.getOrDefault(node.id(), List.of());
    }

    /** The start of a scope; the process itself has the empty id. */
    Optional<Node> start(String scope) {
        return nodes().filter(node -> node.kind() == Kind.START && node.scope().equals(scope))
                .findFirst();
    }

    /** The error code that an error event throws or catches. */
    String errorCode(Node node) {
        String reference = reference(node, "errorEventDefinition", "errorRef");
        return declared("error", reference).map(error -> error.get("errorCode")).orElse("");
    }

    /** The name of the message that a message event waits for. */
    String messageName(Node node) {
        String reference = reference(node, "messageEventDefinition", "messageRef");
        return declared("message", reference)
                .map(message -> message.get("name"))
                .orElse("");
    }

    private Optional<XmlElement> declared(String kind, String id) {
        return definitions
                .children(kind)
                .filter(element -> element.get("id").equals(id))
                .findFirst();
    }

    private static String reference(Node node, String definition, String attribute) {
        return node.xml()
                .children(definition)
                .map(element -> element.get(attribute))
                .findFirst()
                .orElse("");
    }
}
