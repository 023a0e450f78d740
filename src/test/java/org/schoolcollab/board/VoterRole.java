package org.schoolcollab.board;

import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Actor;

/** Opens the board's own test of the role to tests of other packages. */
public final class VoterRole {

    private VoterRole() {}

    /** Whether the portal takes this person for a member of the board that decides the bid. */
    public static boolean isHeld(Actor actor, BidSummary bid) {
        try {
            Voting.voterRole(actor, bid);
            return true;
        } catch (AccessRefused refused) {
            return false;
        }
    }
}
