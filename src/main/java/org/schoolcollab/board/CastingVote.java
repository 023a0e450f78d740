package org.schoolcollab.board;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.domain.Ballot;
import org.schoolcollab.board.domain.Ballots;
import org.schoolcollab.board.domain.VoteRefused;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.transaction.annotation.Transactional;

/** The chair breaks a tie; the vice-chair where the chair has an interest. */
@UseCase
public class CastingVote {

    private final BidRegister bids;
    private final BidProgress progress;
    private final Ballots ballots;
    private final LeadsTheDecision leads;
    private final DecisionProcess process;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    CastingVote(
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

    /** Refuses who may not break a tie on this bid; for the screen, before anything is marked. */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    @Transactional(readOnly = true)
    public void checkMayGive(BidId id) {
        leads.requireCastingVote(bids.get(id));
    }

    /**
     * Decides a tied ballot, in the same transaction.
     *
     * @param choice to approve or to refuse
     * @param reason required on a refusal
     * @throws VoteRefused where there is no tie, or the person has an interest
     * @throws BallotRefused for members while somebody in office leads, and where nobody has a casting vote
     */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    public void give(BidId id, VoteChoice choice, String reason) {
        Actor chair = currentUser.actor();
        Role role = leads.requireCastingVote(bids.get(id));
        if (choice == VoteChoice.ABSTAIN) {
            throw new ValidationFailed(List.of(Problem.of("choice", "error.board.castingAbstention")));
        }
        String why = BallotPaper.of(choice, reason).reason();
        BidSummary bid = progress.lock(id);
        leads.requireCastingVote(bid);
        Ballot ballot = ballots.lockLatest(id).orElseThrow(VoteRefused::noBallot);
        ballot.giveCastingVote(chair.id(), choice, why, clock.instant());
        LeadsTheDecision.requireBeforeBoard(bid);
        ballots.keepState(ballot);
        audit.record(Act.onBid(id.value(), "board.castingVote", role.name())
                .with("attempt", ballot.attempt())
                .with("choice", choice)
                .with("reason", why.isEmpty() ? null : why));
        process.castingVoteGiven(bid);
    }
}
