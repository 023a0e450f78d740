package org.schoolcollab.shared;

/** No such thing, or not one that this person may know of. */
public class NotFound extends BusinessRuleViolation {

    public NotFound() {
        super("error.notFound");
    }
}
