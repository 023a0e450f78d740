package org.schoolcollab.bid.attachment;

import org.schoolcollab.shared.BusinessRuleViolation;

/** A file is not taken, with the reason in one sentence. */
public final class FileRefused extends BusinessRuleViolation {

    /** Why. */
    public enum Reason {
        NAME,
        NAME_LENGTH,
        ENDING,
        EMPTY,
        TOO_LARGE,
        CONTENT,
        DAMAGED,
        LOCKED,
        MACROS,
        ACTIVE,
        HOLDS_FILES,
        REACHES_OUT,
        INFLATED,
        PIXELS,
        TOO_MANY,
        BUSY
    }

    private final Reason reason;

    FileRefused(Reason reason, Object... arguments) {
        super("error.bid.file." + reason.name(), arguments);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
