package org.schoolcollab.workflow.move;

import org.schoolcollab.shared.BusinessRuleViolation;

/** No bid is under way on this version, or the versions are the same, or the move is over. */
public final class NothingToMove extends BusinessRuleViolation {

    NothingToMove() {
        super("error.workflow.move.nothing");
    }
}
