package org.schoolcollab.security;

import org.schoolcollab.shared.BusinessRuleViolation;

/** The person may not do this, or not here. Leaves an audit record. */
public class AccessRefused extends BusinessRuleViolation {

    private final String what;

    /** @param what for the audit record only: what was asked for; never shown to the person */
    public AccessRefused(String what) {
        super("error.accessRefused");
        this.what = what;
    }

    public String what() {
        return what;
    }
}
