package org.schoolcollab.bid.domain;

import java.time.LocalDate;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.RoundNotOpen;
import org.schoolcollab.programme.Round;

/**
 * A bid is started, and submitted for the first time, while its round takes bids: both days of the window included. A plan that its
 * adviser returned is submitted again after the window too: the window is for getting into the round, and a return comes late in it
 * or after it.
 */
public final class RoundMustBeOpen {

    private RoundMustBeOpen() {}

    /** Whether a bid in this status may be submitted on this day. */
    public static boolean allowsSubmission(Round round, BidStatus status, LocalDate day) {
        return status == BidStatus.RETURNED || round.takesBidsOn(day);
    }

    /** @throws RoundNotOpen where it may not */
    public static void checkSubmission(Round round, BidStatus status, LocalDate day) {
        if (!allowsSubmission(round, status, day)) {
            throw new RoundNotOpen(round.name());
        }
    }
}
