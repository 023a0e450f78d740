package org.schoolcollab.workflow.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says of a process definition whether the portal may run it. Needs no engine and no database; looks at the file alone and at the
 * other definitions that it calls or is called by.
 */
public final class ProcessGate {

    /** Bytes of the largest definition that is read; of a larger one, one more is enough to judge it. */
    public static final int MOST_BYTES = BpmnReader.MOST_BYTES;

    private final Map<String, Drawing> others;

    private ProcessGate(Map<String, Drawing> others) {
        this.others = others;
    }

    /**
     * A gate beside which these definitions run.
     *
     * @param definitions BPMN files that were accepted before
     */
    public static ProcessGate beside(List<byte[]> definitions) {
        Map<String, Drawing> drawings = new java.util.HashMap<>();
        for (byte[] bpmn : definitions) {
            Reading reading = read(bpmn);
            if (reading.drawing().isPresent()) {
                drawings.put(reading.drawing().get().key(), reading.drawing().get());
            }
        }
        return new ProcessGate(Map.copyOf(drawings));
    }

    /** Judges one definition, with every reason that was found. */
    public Verdict judge(byte[] bpmn) {
        Reading reading = read(bpmn);
        if (reading.drawing().isEmpty()) {
            return new Verdict(reading.findings());
        }
        Drawing judged = reading.drawing().get();
        Function<String, Optional<Drawing>> library =
                key -> key.equals(judged.key()) ? Optional.of(judged) : Optional.ofNullable(others.get(key));
        Drawing main = library.apply(Vocabulary.MAIN_PROCESS).orElse(judged);
        List<Finding> findings = new ArrayList<>(reading.findings());
        findings.addAll(MoneyPaths.check(main, library));
        // A process that the main one does not call is followed by itself: it has nobody's decision to stand on.
        if (!Calls.from(main, library).contains(judged.key())) {
            findings.addAll(MoneyPaths.check(judged, library));
        }
        if (findings.isEmpty() && main.key().equals(Vocabulary.MAIN_PROCESS)) {
            findings.addAll(SetValues.check(main, library));
        }
        if (findings.isEmpty() && main.key().equals(Vocabulary.MAIN_PROCESS)) {
            findings.addAll(Journeys.check(main, library));
        }
        return new Verdict(List.copyOf(findings));
    }

    /**
     * Why a definition may not even be kept as a draft: it is no BPMN that the portal reads, or it holds an expression that the portal
     * does not know. What is only missing or leads astray is left to {@link #judge}.
     */
    public static List<Finding> unsafe(byte[] bpmn) {
        BpmnReader.Result result = BpmnReader.read(bpmn);
        XmlElement root = result.root();
        if (root == null || !result.findings().isEmpty()) {
            return result.findings();
        }
        if (key(root).isEmpty()) {
            return List.of(Finding.of("", "gate.notOneProcess"));
        }
        return root.all()
                .filter(element -> !element.values().allMatch(Expressions::isKnownOrNone))
                .map(element -> Finding.of(element.nearestId(), "gate.expressionUnknown"))
                .distinct()
                .toList();
    }

    /** The key of the one process of a definition; empty where it cannot be read. */
    public static Optional<String> key(byte[] bpmn) {
        return Optional.ofNullable(BpmnReader.read(bpmn).root()).flatMap(ProcessGate::key);
    }

    /** The name of the one process of a definition; its key where it has none. */
    public static String name(byte[] bpmn) {
        return Optional.ofNullable(BpmnReader.read(bpmn).root()).stream()
                .flatMap(root -> root.children("process"))
                .map(process -> process.get("name").isBlank() ? process.get("id") : process.get("name"))
                .findFirst()
                .orElse("");
    }

    private static Optional<String> key(XmlElement root) {
        List<XmlElement> processes = root.children("process").toList();
        return processes.size() == 1 && processes.getFirst().has("id")
                ? Optional.of(processes.getFirst().get("id"))
                : Optional.empty();
    }

    /** A definition as read; the drawing is there where its ways can be followed. */
    private record Reading(Optional<Drawing> drawing, List<Finding> findings) {}

    private static Reading read(byte[] bpmn) {
        BpmnReader.Result result = BpmnReader.read(bpmn);
        XmlElement root = result.root();
        if (root == null || !result.findings().isEmpty()) {
            return new Reading(Optional.empty(), result.findings());
        }
        List<XmlElement> processes = root.children("process").toList();
        if (processes.size() != 1 || !processes.getFirst().has("id")) {
            return new Reading(Optional.empty(), List.of(Finding.of("", "gate.notOneProcess")));
        }
        Drawing drawing = new Drawing(root, processes.getFirst());
        ShapeRules.Result shape = ShapeRules.check(drawing);
        List<Finding> findings = new ArrayList<>(shape.findings());
        findings.addAll(StepRules.check(drawing));
        if (!drawing.process().has("isExecutable")) {
            findings.add(Finding.of(drawing.key(), "gate.notExecutable"));
        }
        return new Reading(shape.canBeFollowed() ? Optional.of(drawing) : Optional.empty(), List.copyOf(findings));
    }
}
