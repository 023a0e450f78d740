package org.schoolcollab.workflow.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The allow-list: which elements a definition may hold, where, with which attributes, and what may stand in them. */
final class Grammar {

    /** Short prefixes of the namespaces a definition may use. */
    static final Map<String, String> NAMESPACES = Map.of(
            "http://www.omg.org/spec/BPMN/20100524/MODEL", "",
            "http://flowable.org/bpmn", "flowable:",
            "http://www.omg.org/spec/BPMN/20100524/DI", "bpmndi:",
            "http://www.omg.org/spec/DD/20100524/DC", "dc:",
            "http://www.omg.org/spec/DD/20100524/DI", "di:",
            "http://www.w3.org/2001/XMLSchema-instance", "xsi:");

    /** What an attribute or a text may hold. */
    enum Value {
        ID("[A-Za-z_][A-Za-z0-9_.-]{0,119}"),
        /** A label for people; never read as an expression, so it must not look like one. */
        LABEL("(?s)(?!.*[$#]\\{).{0,200}"),
        PROSE("(?s)(?!.*[$#]\\{).{0,4000}"),
        YES_NO("true|false"),
        ALWAYS("true"),
        NUMBER("-?[0-9]{1,6}(\\.[0-9]{1,10})?"),
        WORD("[A-Za-z][A-Za-z0-9-]{0,59}"),
        ADDRESS("https?://[A-Za-z0-9./_-]{1,200}|[A-Za-z0-9./_-]{1,200}"),
        FORMAL("tFormalExpression|[A-Za-z0-9]{1,20}:tFormalExpression"),
        /** Read by {@link Expressions} or compared with known words by {@link StepRules}. */
        CHECKED("(?s).{1,400}"),
        BLANK("\\s*");

        private final Pattern pattern;

        Value(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }

        boolean takes(CharSequence value) {
            return pattern.matcher(value).matches();
        }
    }

    /** One element: where it may stand, its attributes, its text. */
    record Rule(Set<String> parents, Map<String, Value> attributes, Value text) {}

    /** What has an id of its own and may be documented: a process, its steps and the ways between them. */
    static final Set<String> IDENTIFIED = Stream.concat(Vocabulary.STEPS.stream(), Stream.of("process", "sequenceFlow"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> SCOPES = Set.of("process", "subProcess");
    private static final Map<String, Value> NAMED = Map.of("id", Value.ID, "name", Value.LABEL);
    private static final Map<String, Rule> RULES = rules();

    private Grammar() {}

    static @Nullable Rule rule(String element) {
        return RULES.get(element);
    }

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new HashMap<>();
        rules.put(
                "definitions",
                new Rule(
                        Set.of(""),
                        with(
                                NAMED,
                                "targetNamespace",
                                Value.ADDRESS,
                                "exporter",
                                Value.LABEL,
                                "exporterVersion",
                                Value.LABEL),
                        Value.BLANK));
        rules.put("process", new Rule(Set.of("definitions"), with(NAMED, "isExecutable", Value.ALWAYS), Value.BLANK));
        rules.put("message", new Rule(Set.of("definitions"), NAMED, Value.BLANK));
        rules.put("error", new Rule(Set.of("definitions"), with(NAMED, "errorCode", Value.WORD), Value.BLANK));
        flowElements(rules);
        events(rules);
        diagram(rules);
        return Map.copyOf(rules);
    }

    private static void flowElements(Map<String, Rule> rules) {
        rules.put("documentation", new Rule(IDENTIFIED, Map.of("id", Value.ID), Value.PROSE));
        rules.put("subProcess", new Rule(SCOPES, NAMED, Value.BLANK));
        rules.put("startEvent", new Rule(SCOPES, NAMED, Value.BLANK));
        rules.put("endEvent", new Rule(SCOPES, NAMED, Value.BLANK));
        rules.put("exclusiveGateway", new Rule(SCOPES, with(NAMED, "default", Value.ID), Value.BLANK));
        rules.put(
                "sequenceFlow",
                new Rule(SCOPES, with(NAMED, "sourceRef", Value.ID, "targetRef", Value.ID), Value.BLANK));
        rules.put(
                "userTask",
                new Rule(
                        SCOPES,
                        with(
                                NAMED,
                                "flowable:candidateGroups",
                                Value.CHECKED,
                                "flowable:candidateUsers",
                                Value.CHECKED,
                                "flowable:assignee",
                                Value.CHECKED,
                                "flowable:dueDate",
                                Value.CHECKED,
                                "flowable:businessCalendarName",
                                Value.WORD,
                                "flowable:formKey",
                                Value.WORD,
                                "flowable:category",
                                Value.WORD),
                        Value.BLANK));
        rules.put(
                "serviceTask",
                new Rule(SCOPES, with(NAMED, "flowable:delegateExpression", Value.CHECKED), Value.BLANK));
        rules.put(
                "callActivity",
                new Rule(
                        SCOPES,
                        with(NAMED, "calledElement", Value.WORD, "flowable:inheritBusinessKey", Value.ALWAYS),
                        Value.BLANK));
        rules.put("extensionElements", new Rule(Set.of("callActivity"), Map.of(), Value.BLANK));
        rules.put(
                "flowable:in",
                new Rule(
                        Set.of("extensionElements"),
                        Map.of("source", Value.WORD, "sourceExpression", Value.CHECKED, "target", Value.WORD),
                        Value.BLANK));
        rules.put(
                "flowable:out",
                new Rule(Set.of("extensionElements"), Map.of("source", Value.WORD, "target", Value.WORD), Value.BLANK));
        Set<String> nodes = Set.of(
                "startEvent",
                "endEvent",
                "userTask",
                "serviceTask",
                "callActivity",
                "subProcess",
                "exclusiveGateway",
                "boundaryEvent",
                "intermediateCatchEvent");
        rules.put("incoming", new Rule(nodes, Map.of(), Value.ID));
        rules.put("outgoing", new Rule(nodes, Map.of(), Value.ID));
        rules.put(
                "conditionExpression",
                new Rule(Set.of("sequenceFlow"), Map.of("id", Value.ID, "xsi:type", Value.FORMAL), Value.CHECKED));
        rules.put(
                "multiInstanceLoopCharacteristics",
                new Rule(
                        Set.of("userTask"),
                        Map.of(
                                "id",
                                Value.ID,
                                "isSequential",
                                Value.YES_NO,
                                "flowable:collection",
                                Value.WORD,
                                "flowable:elementVariable",
                                Value.WORD),
                        Value.BLANK));
        rules.put(
                "completionCondition",
                new Rule(
                        Set.of("multiInstanceLoopCharacteristics"),
                        Map.of("id", Value.ID, "xsi:type", Value.FORMAL),
                        Value.CHECKED));
        rules.put("textAnnotation", new Rule(SCOPES, Map.of("id", Value.ID), Value.BLANK));
        rules.put("text", new Rule(Set.of("textAnnotation"), Map.of(), Value.PROSE));
        rules.put(
                "association",
                new Rule(
                        SCOPES,
                        Map.of(
                                "id",
                                Value.ID,
                                "sourceRef",
                                Value.ID,
                                "targetRef",
                                Value.ID,
                                "associationDirection",
                                Value.WORD),
                        Value.BLANK));
    }

    private static void events(Map<String, Rule> rules) {
        rules.put(
                "boundaryEvent",
                new Rule(SCOPES, with(NAMED, "attachedToRef", Value.ID, "cancelActivity", Value.YES_NO), Value.BLANK));
        rules.put("intermediateCatchEvent", new Rule(SCOPES, NAMED, Value.BLANK));
        rules.put(
                "timerEventDefinition",
                new Rule(
                        Set.of("boundaryEvent", "intermediateCatchEvent"),
                        Map.of("id", Value.ID, "flowable:businessCalendarName", Value.WORD),
                        Value.BLANK));
        Map<String, Value> formal = Map.of("id", Value.ID, "xsi:type", Value.FORMAL);
        rules.put("timeDate", new Rule(Set.of("timerEventDefinition"), formal, Value.CHECKED));
        rules.put("timeDuration", new Rule(Set.of("timerEventDefinition"), formal, Value.CHECKED));
        rules.put(
                "messageEventDefinition",
                new Rule(Set.of("boundaryEvent"), Map.of("id", Value.ID, "messageRef", Value.ID), Value.BLANK));
        rules.put(
                "errorEventDefinition",
                new Rule(
                        Set.of("boundaryEvent", "endEvent"),
                        Map.of("id", Value.ID, "errorRef", Value.ID),
                        Value.BLANK));
    }

    private static void diagram(Map<String, Rule> rules) {
        Map<String, Value> drawn = Map.of(
                "id", Value.ID, "bpmnElement", Value.ID, "isExpanded", Value.YES_NO, "isMarkerVisible", Value.YES_NO);
        Map<String, Value> place =
                Map.of("x", Value.NUMBER, "y", Value.NUMBER, "width", Value.NUMBER, "height", Value.NUMBER);
        rules.put("bpmndi:BPMNDiagram", new Rule(Set.of("definitions"), NAMED, Value.BLANK));
        rules.put("bpmndi:BPMNPlane", new Rule(Set.of("bpmndi:BPMNDiagram"), drawn, Value.BLANK));
        rules.put("bpmndi:BPMNShape", new Rule(Set.of("bpmndi:BPMNPlane"), drawn, Value.BLANK));
        rules.put("bpmndi:BPMNEdge", new Rule(Set.of("bpmndi:BPMNPlane"), drawn, Value.BLANK));
        rules.put(
                "bpmndi:BPMNLabel",
                new Rule(Set.of("bpmndi:BPMNShape", "bpmndi:BPMNEdge"), Map.of("id", Value.ID), Value.BLANK));
        rules.put("dc:Bounds", new Rule(Set.of("bpmndi:BPMNShape", "bpmndi:BPMNLabel"), place, Value.BLANK));
        rules.put(
                "di:waypoint",
                new Rule(Set.of("bpmndi:BPMNEdge"), Map.of("x", Value.NUMBER, "y", Value.NUMBER), Value.BLANK));
    }

    private static Map<String, Value> with(Map<String, Value> base, Object... more) {
        Map<String, Value> all = new HashMap<>(base);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], (Value) more[i + 1]);
        }
        return Map.copyOf(all);
    }
}
