package org.schoolcollab.workflow.dryrun;

import java.util.List;
import java.util.Map;
import org.schoolcollab.workflow.gate.MadeUpBid;

/** Where a made-up bid stands, but for the date: from two that are equal everything goes on alike. */
record Situation(List<Frame> frames, MadeUpBid.Standing bid) {

    /**
     * A process under way.
     *
     * @param open ids of the steps that wait
     * @param values that conditions can still ask for
     */
    record Frame(String process, List<String> open, Map<String, String> values) {}
}
