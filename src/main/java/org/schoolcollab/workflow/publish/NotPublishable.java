package org.schoolcollab.workflow.publish;

import java.util.List;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.workflow.gate.Finding;

/** The gate refuses the definition: beside the others that are deployed now it may not run. */
public final class NotPublishable extends BusinessRuleViolation {

    private final transient List<Finding> findings;

    NotPublishable(List<Finding> findings) {
        super("error.workflow.notPublishable", findings.size());
        this.findings = List.copyOf(findings);
    }

    /** Every reason, with its element. */
    public List<Finding> findings() {
        return findings;
    }
}
