package org.schoolcollab.workflow.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A definition as its steps and the ways between them, for people to compare; also of one that the gate would refuse, as long as it can
 * be read.
 *
 * @param steps by id, as they stand in the file
 * @param ways flows, by id
 */
public record Outline(String key, String name, Map<String, Step> steps, Map<String, Way> ways) {

    /** What a step is. */
    public enum Kind {
        TASK,
        SERVICE,
        CALL,
        PART,
        WAIT,
        TIMER,
        MESSAGE,
        ERROR,
        GATEWAY,
        START,
        END
    }

    /**
     * A step, event or gateway.
     *
     * @param on id of the step that an event is attached to, empty for all else
     * @param part id of the part of the process it stands in, empty at the top
     * @param properties by name: group, deadline, screen, stage, does, calls, when, ends, about; as the definition writes them
     */
    public record Step(String id, Kind kind, String name, String on, String part, Map<String, String> properties) {

        /** Its name, or its id where it has none. */
        public String label() {
            return name.isBlank() ? id : name;
        }
    }

    /**
     * A way from one step to the next.
     *
     * @param condition as the definition writes it, empty where there is none
     */
    public record Way(String id, String from, String to, String name, String condition) {}

    /**
     * Reads a definition.
     *
     * @throws IllegalArgumentException if it cannot be read; what was saved or deployed always can
     */
    public static Outline of(byte[] bpmn) {
        XmlElement root = BpmnReader.read(bpmn).root();
        XmlElement process =
                root == null ? null : root.children("process").findFirst().orElse(null);
        if (root == null || process == null) {
            throw new IllegalArgumentException("no process definition");
        }
        Drawing drawing = new Drawing(root, process);
        Map<String, Step> steps = new LinkedHashMap<>();
        drawing.nodes().forEach(node -> steps.put(node.id(), step(drawing, node)));
        Map<String, Way> ways = new LinkedHashMap<>();
        drawing.flows()
                .forEach(flow -> ways.put(
                        flow.id(),
                        new Way(
                                flow.id(),
                                flow.source(),
                                flow.target(),
                                flow.xml().get("name"),
                                flow.condition())));
        return new Outline(drawing.key(), process.get("name"), steps, ways);
    }

    private static Step step(Drawing drawing, Drawing.Node node) {
        XmlElement xml = node.xml();
        Map<String, String> properties = new TreeMap<>();
        Kind kind = switch (node.kind()) {
            case PERSON -> {
                put(properties, "group", xml.get("flowable:candidateGroups") + xml.get("flowable:assignee"));
                put(properties, "deadline", xml.get("flowable:dueDate"));
                put(properties, "screen", xml.get("flowable:formKey"));
                put(properties, "stage", xml.get("flowable:category"));
                yield Kind.TASK;
            }
            case SERVICE -> {
                put(properties, "does", xml.get("flowable:delegateExpression"));
                yield Kind.SERVICE;
            }
            case CALL -> {
                put(properties, "calls", xml.get("calledElement"));
                put(properties, "handsOver", handedOver(xml));
                yield Kind.CALL;
            }
            case TIMER, ON_TIMER -> {
                put(properties, "when", timer(xml));
                if (node.kind().isBoundary()) {
                    put(properties, "ends", Boolean.toString(node.interrupts()));
                }
                yield node.kind() == Drawing.Kind.TIMER ? Kind.WAIT : Kind.TIMER;
            }
            case ON_MESSAGE -> {
                put(properties, "about", drawing.messageName(node));
                yield Kind.MESSAGE;
            }
            case ON_ERROR, ERROR_END -> {
                put(properties, "about", drawing.errorCode(node));
                yield node.kind() == Drawing.Kind.ON_ERROR ? Kind.ERROR : Kind.END;
            }
            case SCOPE -> Kind.PART;
            case GATEWAY -> Kind.GATEWAY;
            case START -> Kind.START;
            case END -> Kind.END;
        };
        put(
                properties,
                "notes",
                xml.children("documentation").map(XmlElement::text).collect(Collectors.joining(" ")));
        return new Step(node.id(), kind, xml.get("name"), xml.get("attachedToRef"), node.scope(), properties);
    }

    private static void put(Map<String, String> properties, String name, String value) {
        if (!value.isEmpty()) {
            properties.put(name, value);
        }
    }

    private static String timer(XmlElement xml) {
        return xml.children("timerEventDefinition")
                .flatMap(definition -> definition.children().stream())
                .map(XmlElement::text)
                .collect(Collectors.joining(" "));
    }

    private static String handedOver(XmlElement xml) {
        return xml.children("extensionElements")
                .flatMap(extension -> extension.children().stream())
                .map(value -> value.get("source") + value.get("sourceExpression") + " → " + value.get("target"))
                .collect(Collectors.joining(", "));
    }

    /** The step, or null where there is none of this id. */
    public @Nullable Step step(String id) {
        return steps.get(id);
    }

    /** The label of a step, or the id where there is none. */
    public String label(String id) {
        Step step = steps.get(id);
        return step == null ? id : step.label();
    }

    /** Whether right behind a step a condition asks for this variable. */
    public boolean isAskedBehind(String id, String variable) {
        return ways.values().stream()
                .filter(way -> way.from().equals(id))
                .flatMap(
                        way -> ways.values().stream().filter(next -> next.from().equals(way.to())))
                .anyMatch(next -> next.condition().contains(variable));
    }

    /** Every step from which a way leads to this one, itself left out unless a way leads back to it. */
    public Set<String> before(String id) {
        Map<String, List<String>> back = new LinkedHashMap<>();
        arrows().forEach(arrow ->
                back.computeIfAbsent(arrow.to(), none -> new ArrayList<>()).add(arrow.from()));
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            for (String source : back.getOrDefault(open.pop(), List.of())) {
                if (found.add(source)) {
                    open.add(source);
                }
            }
        }
        return found;
    }

    private record Arrow(String from, String to) {}

    /** Flows, and what leads on without one: into and out of a part, and from a step to what is attached to it. */
    private Stream<Arrow> arrows() {
        Stream<Arrow> flows = ways.values().stream().map(way -> new Arrow(way.from(), way.to()));
        Stream<Arrow> attached = steps.values().stream()
                .filter(step -> !step.on().isEmpty())
                .map(step -> new Arrow(step.on(), step.id()));
        Stream<Arrow> parts = steps.values().stream()
                .filter(step -> !step.part().isEmpty() && (step.kind() == Kind.START || step.kind() == Kind.END))
                .map(step -> step.kind() == Kind.START
                        ? new Arrow(step.part(), step.id())
                        : new Arrow(step.id(), step.part() + "#done"));
        // Out of a part lead its ends only: a bid that stands in it has not come past its start again.
        Stream<Arrow> done = ways.values().stream()
                .filter(way ->
                        steps.containsKey(way.from()) && steps.get(way.from()).kind() == Kind.PART)
                .map(way -> new Arrow(way.from() + "#done", way.to()));
        return Stream.of(flows, attached, parts, done).flatMap(all -> all);
    }
}
