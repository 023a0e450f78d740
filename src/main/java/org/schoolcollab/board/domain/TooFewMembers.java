package org.schoolcollab.board.domain;

import org.schoolcollab.shared.BusinessRuleViolation;

/** Interests leave fewer members than the quorum, so the board cannot decide this bid. */
public class TooFewMembers extends BusinessRuleViolation {

    public TooFewMembers(int eligible, int quorum) {
        super("error.board.tooFewMembers", eligible, quorum);
    }
}
