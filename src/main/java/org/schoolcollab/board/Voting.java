package org.schoolcollab.board;

import jakarta.annotation.security.RolesAllowed;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.domain.Ballot;
import org.schoolcollab.board.domain.Ballots;
import org.schoolcollab.board.domain.MembersWithAnInterestTakeNoPart;
import org.schoolcollab.board.domain.VoteRefused;
import org.schoolcollab.review.Interest;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** A member of the board votes on a bid: once, and only without an interest. */
@UseCase
public class Voting {

    private final BidRegister bids;
    private final BidProgress progress;
    private final Ballots ballots;
    private final MembersWithAnInterestTakeNoPart interests;
    private final DecisionProcess process;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    Voting(
            BidRegister bids,
            BidProgress progress,
            Ballots ballots,
            MembersWithAnInterestTakeNoPart interests,
            DecisionProcess process,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock) {
        this.bids = bids;
        this.progress = progress;
        this.ballots = ballots;
        this.interests = interests;
        this.process = process;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Takes this person's vote. Others learn how many have voted, not what; the last vote decides, in the same transaction.
     *
     * @param reason what speaks against it, required on a refusal; at most {@value BallotPaper#REASON_LIMIT} characters
     * @throws VoteRefused with an interest, a second time, on a ballot that is over
     */
    @RolesAllowed({Roles.BOARD_MEMBER, Roles.BOARD_CHAIR})
    public void cast(BidId id, VoteChoice choice, String reason) {
        Actor actor = currentUser.actor();
        Role role = voterRole(actor, bids.get(id));
        String why = BallotPaper.of(choice, reason).reason();
        // One voter after the other from here on: the bid and the ballot are locked before anything is read or written.
        BidSummary bid = progress.lock(id);
        interests.of(actor.id(), bid).ifPresent(interest -> {
            throw VoteRefused.interest(interest);
        });
        Ballot ballot = ballots.lockLatest(id).orElseThrow(VoteRefused::noBallot);
        requireTimeLeft(ballot, bid);
        Ballot.Vote vote = ballot.cast(actor.id(), choice, why, clock.instant());
        LeadsTheDecision.requireBeforeBoard(bid);
        ballots.add(ballot, vote);
        // What was voted stays out of the history: it is open to people who may know it only after the count.
        audit.record(Act.onBid(id.value(), "board.voted", role.name())
                .with("attempt", ballot.attempt())
                .with("votes", ballot.votes().size())
                .with("of", ballot.voters().size()));
        process.voteCast(bid, actor.id());
    }

    /**
     * This person takes no part although they were on the ballot: an interest arose since it opened, or they declare one. Counts like
     * having answered, so that the others' votes can decide.
     *
     * @throws VoteRefused after having voted, on a ballot that is over
     */
    @RolesAllowed({Roles.BOARD_MEMBER, Roles.BOARD_CHAIR})
    public void stepAside(BidId id) {
        Actor actor = currentUser.actor();
        Role role = voterRole(actor, bids.get(id));
        BidSummary bid = progress.lock(id);
        Ballot ballot = ballots.lockLatest(id).orElseThrow(VoteRefused::noBallot);
        requireTimeLeft(ballot, bid);
        Interest interest = interests.of(actor.id(), bid).orElse(Interest.DECLARED);
        ballot.stepAside(actor.id(), interest);
        LeadsTheDecision.requireBeforeBoard(bid);
        ballots.keepInterest(ballot, actor.id(), interest, clock.instant());
        audit.record(Act.onBid(id.value(), "board.steppedAside", role.name())
                .with("attempt", ballot.attempt())
                .with("interest", interest));
        process.voteCast(bid, actor.id());
    }

    /** Whether the person logged in is still asked for a vote on the newest ballot, whatever interest they have by now. */
    @RolesAllowed({Roles.BOARD_MEMBER, Roles.BOARD_CHAIR})
    @Transactional(readOnly = true)
    public boolean amIAsked(BidId id) {
        Actor actor = currentUser.actor();
        voterRole(actor, bids.get(id));
        return ballots.latest(id)
                .filter(ballot -> ballot.status() == Ballot.Status.OPEN
                        && ballot.voters().contains(actor.id())
                        && ballot.voteOf(actor.id()).isEmpty())
                .isPresent();
    }

    /** Nobody votes on what was withdrawn, nor between the closing time and the count that a timer starts. */
    private void requireTimeLeft(Ballot ballot, BidSummary bid) {
        if (ballot.outcome() == BallotCount.Outcome.VOID && bid.status() != BidStatus.BEFORE_BOARD) {
            throw new BidNotInStage(bid.status());
        }
        if (ballot.status() == Ballot.Status.OPEN && ballot.isEnded(clock.instant())) {
            throw BallotRefused.timeIsUp();
        }
    }

    static Role voterRole(Actor actor, BidSummary bid) {
        return boardRole(actor, bid, Role.BOARD_MEMBER);
    }

    /** In which role the person sits on the board that decides this bid, this one first where they hold both. */
    static Role boardRole(Actor actor, BidSummary bid, Role first) {
        Role second = first == Role.BOARD_MEMBER ? Role.BOARD_CHAIR : Role.BOARD_MEMBER;
        if (actor.has(first, bid.board())) {
            return first;
        }
        if (actor.has(second, bid.board())) {
            return second;
        }
        throw new AccessRefused("vote in " + bid.boardAreaCode());
    }
}
