package org.schoolcollab.workflow.draft;

import org.schoolcollab.shared.BusinessRuleViolation;

/** What is to be saved is a definition of another process than the draft's. */
public final class AnotherProcess extends BusinessRuleViolation {

    AnotherProcess(String key, String found) {
        super("error.workflow.anotherProcess", key, found);
    }
}
