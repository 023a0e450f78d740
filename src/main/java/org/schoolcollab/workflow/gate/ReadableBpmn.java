package org.schoolcollab.workflow.gate;

import java.util.Optional;
import java.util.Set;

/** Whether a file can be opened at all: well-formed, in UTF-8, without document type, not too large nor too deep. */
public final class ReadableBpmn {

    private static final Set<String> STOPS = Set.of(
            "gate.tooLarge",
            "gate.noXml",
            "gate.notUtf8",
            "gate.notAllowedXml",
            "gate.tooDeep",
            "gate.tooMany",
            "gate.notOneProcess");

    private ReadableBpmn() {}

    /** Why a file cannot be opened; empty where it can, whatever else may be wrong with it. */
    public static Optional<Finding> whyNot(byte[] bpmn) {
        BpmnReader.Result result = BpmnReader.read(bpmn);
        XmlElement root = result.root();
        Optional<Finding> stopped = result.findings().stream()
                .filter(finding -> STOPS.contains(finding.reason()))
                .findFirst();
        if (stopped.isPresent()) {
            return stopped;
        }
        if (root == null) {
            return result.findings().stream().findFirst();
        }
        boolean one =
                root.children("process").filter(process -> process.has("id")).count() == 1;
        return one ? Optional.empty() : Optional.of(Finding.of("", "gate.notOneProcess"));
    }
}
