package org.schoolcollab.workflow.dryrun;

/** The portal would not let a step of a made-up bid happen. */
final class NotPossibleNow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String process;
    private final String element;

    NotPossibleNow(String process, String element) {
        super(process + "#" + element);
        this.process = process;
        this.element = element;
    }

    String process() {
        return process;
    }

    String element() {
        return element;
    }
}
