package org.schoolcollab.admin;

import org.schoolcollab.shared.BusinessRuleViolation;

/** Somebody has to be able to administer the portal: the last administrator keeps the role and the log-in. */
public class LastAdministrator extends BusinessRuleViolation {

    public LastAdministrator() {
        super("error.admin.lastAdministrator");
    }
}
