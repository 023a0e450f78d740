package org.schoolcollab.shared;

/** Somebody else changed the same thing at the same moment; look again and repeat. */
public class ChangedMeanwhile extends BusinessRuleViolation {

    public ChangedMeanwhile() {
        super("error.changedMeanwhile");
    }

    public ChangedMeanwhile(Throwable cause) {
        super("error.changedMeanwhile");
        initCause(cause);
    }
}
