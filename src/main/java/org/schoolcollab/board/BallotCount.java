package org.schoolcollab.board;

import org.schoolcollab.bid.BidId;

/** What the process asks of the board. Called by the process engine only, in the transaction of the vote. */
public interface BallotCount {

    /** How a ballot ended, or that it has not. */
    enum Outcome {
        /** Votes are still missing. */
        OPEN,
        /** As many for as against: the chair has the casting vote. */
        TIED,
        /** Carried, the envelope holds the amount, the decision is recorded and the bid awarded. */
        APPROVED,
        /** Not carried; the decision is recorded and the bid refused. */
        REFUSED,
        /** Carried, but the envelope no longer holds the amount: the chair puts a smaller one to the vote. */
        UNFUNDED,
        /**
         * Fewer votes than the quorum, because interests arose or members did not vote by the end: no decision. As with UNFUNDED the
         * chair opens another ballot.
         */
        INQUORATE,
        /** The bid changed or was withdrawn while the ballot was open: its votes decide nothing. */
        VOID
    }

    /** Whether voting is over, because no further vote is needed or the chair ended it; locks the ballot's row first. Asked after each vote. */
    boolean isSettled(BidId bid);

    /** Counts, tests quorum and interests again, records the decision and moves the bid's status. Asked once a ballot is settled. */
    Outcome count(BidId bid);
}
