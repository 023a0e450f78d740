package org.schoolcollab.board;

import java.util.List;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.domain.BoardRoll;
import org.schoolcollab.board.domain.Leaders;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.shared.ProcessStep;

/** The chair's queue, or the queues of those who lead in the chair's place. */
@ProcessStep
class QueuesOfLeaders implements DecisionLeaders {

    private final BidRegister bids;
    private final BoardRoll roll;

    QueuesOfLeaders(BidRegister bids, BoardRoll roll) {
        this.bids = bids;
        this.roll = roll;
    }

    @Override
    public List<String> groups(BidId id) {
        BidSummary bid = bids.get(id);
        Leaders leaders = roll.leaders(bid);
        // A board that nobody can lead still has somebody who reads why.
        return leaders.as() == Leaders.As.CHAIR || leaders.people().isEmpty()
                ? List.of(bid.board().groupOf(Role.BOARD_CHAIR))
                : leaders.people().stream().map(PersonId::ownGroup).toList();
    }
}
