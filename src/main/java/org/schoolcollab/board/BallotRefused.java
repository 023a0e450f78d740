package org.schoolcollab.board;

import org.schoolcollab.shared.BusinessRuleViolation;

/** No ballot is opened, and why. */
public final class BallotRefused extends BusinessRuleViolation {

    private BallotRefused(String messageKey, Object... arguments) {
        super(messageKey, arguments);
    }

    static BallotRefused alreadyOpen() {
        return new BallotRefused("error.board.alreadyOpen");
    }

    static BallotRefused chairOpens() {
        return new BallotRefused("error.board.chairOpens");
    }
}
