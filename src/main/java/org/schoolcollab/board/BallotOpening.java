package org.schoolcollab.board;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.schoolcollab.board.domain.BoardRoll;
import org.schoolcollab.board.domain.MembersWithAnInterestTakeNoPart;
import org.schoolcollab.board.domain.VoteRefused;
import org.schoolcollab.programme.EnvelopeFunds;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.transaction.annotation.Transactional;

/** The chair puts an amount to the vote; where every chair of the area has an interest, any member without one does. */
@UseCase
public class BallotOpening {

    private final BidRegister bids;
    private final BidProgress progress;
    private final Ballots ballots;
    private final BoardRoll roll;
    private final MembersWithAnInterestTakeNoPart interests;
    private final EnvelopeFunds funds;
    private final DecisionProcess process;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    BallotOpening(
            BidRegister bids,
            BidProgress progress,
            Ballots ballots,
            BoardRoll roll,
            MembersWithAnInterestTakeNoPart interests,
            EnvelopeFunds funds,
            DecisionProcess process,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock) {
        this.bids = bids;
        this.progress = progress;
        this.ballots = ballots;
        this.roll = roll;
        this.interests = interests;
        this.funds = funds;
        this.process = process;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Opens a ballot of all members without an interest.
     *
     * @param amount put to the vote, in pence; null where the field was left empty
     * @throws ValidationFailed if the amount is missing, zero, above the request or more than the envelope still holds
     * @throws org.schoolcollab.board.domain.TooFewMembers if those without an interest cannot make the quorum
     */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    public BidSummary open(BidId id, @Nullable Money amount) {
        Role role = opener(bids.get(id));
        BidSummary bid = progress.lock(id);
        requireBeforeBoard(bid);
        int attempt = ballots.lockLatest(id).map(this::nextAttempt).orElse(1);
        Money available = funds.available(bid.roundId(), bid.areaCode());
        Ballot ballot = Ballot.open(
                id,
                attempt,
                checked(amount, bid.requested(), available),
                currentUser.actor().id(),
                roll.members(bid),
                clock.instant());
        ballots.add(ballot);
        audit.record(Act.onBid(id.value(), "board.ballotOpened", role.name())
                .with("attempt", attempt)
                .with("amount", ballot.amount())
                .with("available", available)
                .with("voters", ballot.voters().size())
                .with("recused", ballot.members().size() - ballot.voters().size()));
        process.ballotOpened(bid, ballot.voters());
        return bid;
    }

    /** Refuses who may not open a ballot on this bid now; for the screen, before anything is typed. */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    @Transactional(readOnly = true)
    public void checkMayOpen(BidId id) {
        BidSummary bid = bids.get(id);
        opener(bid);
        requireBeforeBoard(bid);
        ballots.latest(id).ifPresent(this::nextAttempt);
    }

    /** Refuses an amount that could not be put to the vote now, before anything binds. */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    @Transactional(readOnly = true)
    public void check(BidId id, @Nullable Money amount) {
        BidSummary bid = bids.get(id);
        opener(bid);
        checked(amount, bid.requested(), funds.available(bid.roundId(), bid.areaCode()));
    }

    private Role opener(BidSummary bid) {
        Actor actor = currentUser.actor();
        boolean chair = actor.has(Role.BOARD_CHAIR, bid.places());
        if (!chair && !actor.has(Role.BOARD_MEMBER, bid.places())) {
            throw new AccessRefused("open a ballot in " + bid.areaCode());
        }
        interests.of(actor.id(), bid).ifPresent(interest -> {
            throw VoteRefused.interest(interest);
        });
        if (!chair && roll.hasChairWithoutInterest(bid)) {
            throw BallotRefused.chairOpens();
        }
        return chair ? Role.BOARD_CHAIR : Role.BOARD_MEMBER;
    }

    private static void requireBeforeBoard(BidSummary bid) {
        if (bid.status() != BidStatus.BEFORE_BOARD) {
            throw new BidNotInStage(bid.status());
        }
    }

    private int nextAttempt(Ballot latest) {
        if (latest.status() != Ballot.Status.CLOSED) {
            throw BallotRefused.alreadyOpen();
        }
        return latest.attempt() + 1;
    }

    private static Money checked(@Nullable Money amount, Money requested, Money available) {
        if (amount == null) {
            throw problem("error.board.amountMissing");
        }
        if (!amount.isPositive()) {
            throw problem("error.board.amountZero");
        }
        if (amount.isMoreThan(requested)) {
            throw problem("error.board.aboveRequest", requested.format());
        }
        if (amount.isMoreThan(available)) {
            throw problem("error.board.beyondEnvelope", available.format());
        }
        return amount;
    }

    private static ValidationFailed problem(String key, Object... arguments) {
        return new ValidationFailed(List.of(Problem.of("amount", key, arguments)));
    }
}
