package org.schoolcollab.workflow.gate;

import java.util.List;

/** What the gate says of a definition: accepted where nothing was found. */
public record Verdict(List<Finding> findings) {

    public boolean isAccepted() {
        return findings.isEmpty();
    }
}
