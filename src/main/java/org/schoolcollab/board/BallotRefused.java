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

    static BallotRefused viceChairOpens() {
        return new BallotRefused("error.board.viceChairOpens");
    }

    static BallotRefused noCastingVote() {
        return new BallotRefused("error.board.noCastingVote");
    }

    static BallotRefused stillOpen() {
        return new BallotRefused("error.board.stillOpen");
    }

    static BallotRefused meetingNotOpen(String when) {
        return new BallotRefused("error.board.meetingNotOpen", when);
    }

    static BallotRefused timeIsUp() {
        return new BallotRefused("error.board.timeIsUp");
    }

    static BallotRefused enoughMembers(int eligible, int quorum) {
        return new BallotRefused("error.board.enoughMembers", eligible, quorum);
    }

    static BallotRefused nowhereToPass() {
        return new BallotRefused("error.board.nowhereToPass");
    }

    static BallotRefused chairOpens() {
        return new BallotRefused("error.board.chairOpens");
    }
}
