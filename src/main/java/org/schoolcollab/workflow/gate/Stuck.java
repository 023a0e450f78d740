package org.schoolcollab.workflow.gate;

/** Why a made-up bid cannot go on. */
final class Stuck extends Exception {

    private static final long serialVersionUID = 1L;
    private final String reason;
    private final transient String[] arguments;

    Stuck(String reason, String... arguments) {
        super(reason);
        this.reason = reason;
        this.arguments = arguments.clone();
    }

    /** Key of the sentence, of which {@link #arguments} are the values. */
    String reason() {
        return reason;
    }

    String[] arguments() {
        return arguments.clone();
    }
}
