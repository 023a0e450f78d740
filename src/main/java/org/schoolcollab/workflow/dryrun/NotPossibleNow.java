package org.schoolcollab.workflow.dryrun;

import org.flowable.common.engine.api.FlowableException;

/** The portal would not let a step of a made-up bid happen. */
final class NotPossibleNow extends FlowableException {

    private static final long serialVersionUID = 1L;

    private final String process;
    private final String element;

    NotPossibleNow(String process, String element) {
        super(process + "#" + element);
        this.process = process;
        this.element = element;
        // It is a finding about a draft, and shown as one; no failure of the portal.
        setReduceLogLevel(true);
    }

    String process() {
        return process;
    }

    String element() {
        return element;
    }
}
