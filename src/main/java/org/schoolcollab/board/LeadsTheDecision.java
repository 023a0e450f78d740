package org.schoolcollab.board;

import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.domain.BoardRoll;
import org.schoolcollab.board.domain.Leaders;
import org.schoolcollab.board.domain.MembersWithAnInterestTakeNoPart;
import org.schoolcollab.board.domain.VoteRefused;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.springframework.stereotype.Component;

/**
 * The policy that says who leads the decision on a bid: the chair; the vice-chair where the chair has an interest; any member without
 * one where both have.
 */
@Component
class LeadsTheDecision {

    private final BoardRoll roll;
    private final MembersWithAnInterestTakeNoPart interests;
    private final CurrentUser currentUser;

    LeadsTheDecision(BoardRoll roll, MembersWithAnInterestTakeNoPart interests, CurrentUser currentUser) {
        this.roll = roll;
        this.interests = interests;
        this.currentUser = currentUser;
    }

    /**
     * Refuses everybody else; answers in which role the person acts.
     *
     * @throws AccessRefused who does not sit on this board
     * @throws VoteRefused who has an interest
     * @throws BallotRefused members while somebody in office leads
     */
    Role require(BidSummary bid) {
        Actor actor = currentUser.actor();
        Role role = Voting.boardRole(actor, bid, Role.BOARD_CHAIR);
        interests.of(actor.id(), bid).ifPresent(interest -> {
            throw VoteRefused.interest(interest);
        });
        Leaders leaders = roll.leaders(bid);
        if (!leaders.includes(actor.id())) {
            throw leaders.as() == Leaders.As.CHAIR ? BallotRefused.chairOpens() : BallotRefused.viceChairOpens();
        }
        return role;
    }

    /** Whether the person does. */
    boolean does(BidSummary bid) {
        return roll.leaders(bid).includes(currentUser.actor().id());
    }

    /** Like {@link #require} for the casting vote, which only the chair or the vice-chair in the chair's place has. */
    Role requireCastingVote(BidSummary bid) {
        Role role = require(bid);
        if (!roll.leaders(bid).mayBreakATie(currentUser.actor().id())) {
            throw BallotRefused.noCastingVote();
        }
        return role;
    }

    static void requireBeforeBoard(BidSummary bid) {
        if (bid.status() != BidStatus.BEFORE_BOARD) {
            throw new BidNotInStage(bid.status());
        }
    }
}
