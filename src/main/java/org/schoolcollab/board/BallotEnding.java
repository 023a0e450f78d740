package org.schoolcollab.board;

import jakarta.annotation.security.RolesAllowed;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.domain.Ballot;
import org.schoolcollab.board.domain.Ballots;
import org.schoolcollab.board.domain.VoteRefused;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;

/** Whoever leads the decision ends the voting once those present have voted; the votes are counted at once. */
@UseCase
public class BallotEnding {

    private final BidRegister bids;
    private final BidProgress progress;
    private final Ballots ballots;
    private final LeadsTheDecision leads;
    private final DecisionProcess process;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    BallotEnding(
            BidRegister bids,
            BidProgress progress,
            Ballots ballots,
            LeadsTheDecision leads,
            DecisionProcess process,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock) {
        this.bids = bids;
        this.progress = progress;
        this.ballots = ballots;
        this.leads = leads;
        this.process = process;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Ends the voting on this bid. Who has not voted by now does not vote; quorum and majority are tested at the count.
     *
     * @throws VoteRefused with an interest, and where the ballot is over
     * @throws BallotRefused for members while somebody in office leads
     */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    public void end(BidId id) {
        leads.require(bids.get(id));
        BidSummary bid = progress.lock(id);
        Role role = leads.require(bid);
        Ballot ballot = ballots.lockLatest(id).orElseThrow(VoteRefused::noBallot);
        ballot.end(currentUser.actor().id(), clock.instant());
        LeadsTheDecision.requireBeforeBoard(bid);
        ballots.keepState(ballot);
        audit.record(Act.onBid(id.value(), "board.votingEnded", role.name())
                .with("attempt", ballot.attempt())
                .with("votes", ballot.votes().size())
                .with("of", ballot.voters().size()));
        process.votingEnded(bid);
    }
}
