package org.schoolcollab.board.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.review.Interest;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.Dates;

/** This vote is not taken, and why. */
public final class VoteRefused extends BusinessRuleViolation {

    private VoteRefused(String messageKey, Object... arguments) {
        super(messageKey, arguments);
    }

    /** Somebody with an interest takes no part. */
    public static VoteRefused interest(Interest interest) {
        return new VoteRefused("error.board.interest." + interest.name());
    }

    /** One vote each; says who voted and when. */
    static VoteRefused already(Ballot.Vote earlier) {
        return new VoteRefused("error.board.alreadyVoted", earlier.name(), Dates.moment(earlier.at()));
    }

    static VoteRefused over(@Nullable Instant at) {
        return at == null
                ? new VoteRefused("error.board.waitsForChair")
                : new VoteRefused("error.board.decidedAlready", Dates.moment(at));
    }

    static VoteRefused notOnBallot() {
        return new VoteRefused("error.board.notOnBallot");
    }

    static VoteRefused noTie() {
        return new VoteRefused("error.board.noTie");
    }

    public static VoteRefused noBallot() {
        return new VoteRefused("error.board.noBallot");
    }
}
