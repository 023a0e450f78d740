package org.schoolcollab.workflow.editing;

import org.schoolcollab.shared.BusinessRuleViolation;

/** An act makes no sense on this definition; the key says why. Nothing is changed. */
public final class EditRefused extends BusinessRuleViolation {

    private static final long serialVersionUID = 1L;

    EditRefused(String messageKey, Object... arguments) {
        super(messageKey, arguments);
    }
}
