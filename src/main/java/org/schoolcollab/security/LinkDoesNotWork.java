package org.schoolcollab.security;

import org.schoolcollab.shared.BusinessRuleViolation;

/** The one-time link is unknown, was used already or is older than a day; which of these is not said. */
public class LinkDoesNotWork extends BusinessRuleViolation {

    public LinkDoesNotWork() {
        super("error.security.linkDoesNotWork");
    }
}
