package org.schoolcollab.workflow.draft;

import java.util.List;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.workflow.gate.Finding;

/** The file is no process definition that the portal keeps, not even as a draft: unreadable, too large, or with foreign expressions. */
public final class NoDraft extends BusinessRuleViolation {

    private final transient List<Finding> findings;

    NoDraft(List<Finding> findings) {
        super("error.workflow.noDraft", findings.size());
        this.findings = List.copyOf(findings);
    }

    /** Every reason, with its element. */
    public List<Finding> findings() {
        return findings;
    }
}
