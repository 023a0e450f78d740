package org.schoolcollab.workflow.draft;

import org.schoolcollab.shared.BusinessRuleViolation;

/** The draft is proposed, published or discarded, so it cannot be edited. */
public final class DraftNotOpen extends BusinessRuleViolation {

    DraftNotOpen(Draft.Status status) {
        super("error.workflow.draftNotOpen." + status.name());
    }
}
