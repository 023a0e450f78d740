package org.schoolcollab.workflow;

import java.util.stream.Collectors;
import org.flowable.common.engine.api.FlowableException;
import org.schoolcollab.workflow.gate.Finding;
import org.schoolcollab.workflow.gate.Verdict;

/** The gate refused a process definition. */
public final class DefinitionRefused extends FlowableException {

    private static final long serialVersionUID = 1L;

    private final transient Verdict verdict;

    DefinitionRefused(Verdict verdict) {
        super("The process definition is refused: "
                + verdict.findings().stream().map(DefinitionRefused::brief).collect(Collectors.joining("; ")));
        this.verdict = verdict;
    }

    private static String brief(Finding finding) {
        return finding.element() + " " + finding.reason() + " " + finding.arguments();
    }

    /** Every reason, with its element. */
    public Verdict verdict() {
        return verdict;
    }
}
