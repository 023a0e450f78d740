package org.schoolcollab.board;

import java.time.Instant;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.domain.Agendas;
import org.schoolcollab.board.domain.Ballot;
import org.schoolcollab.board.domain.Ballots;
import org.schoolcollab.board.domain.BoardRoll;
import org.schoolcollab.board.domain.MembersWithAnInterestTakeNoPart;
import org.schoolcollab.programme.EnvelopeFunds;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.ProcessStep;

/**
 * Counts a ballot by the rules of {@link Tally}. Interests are looked up again each time: one that arose since the ballot opened takes
 * that member's vote out. Asked twice, it answers the same and writes nothing.
 */
@ProcessStep
class VotesOfMembersWithoutInterest implements BallotCount {

    private final BidRegister bids;
    private final BidProgress progress;
    private final Ballots ballots;
    private final BoardRoll roll;
    private final MembersWithAnInterestTakeNoPart interests;
    private final Agendas agendas;
    private final EnvelopeFunds funds;
    private final AuditTrail audit;
    private final PortalClock clock;

    VotesOfMembersWithoutInterest(
            BidRegister bids,
            BidProgress progress,
            Ballots ballots,
            BoardRoll roll,
            MembersWithAnInterestTakeNoPart interests,
            Agendas agendas,
            EnvelopeFunds funds,
            AuditTrail audit,
            PortalClock clock) {
        this.bids = bids;
        this.progress = progress;
        this.ballots = ballots;
        this.roll = roll;
        this.interests = interests;
        this.agendas = agendas;
        this.funds = funds;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public boolean isSettled(BidId id) {
        Ballot ballot = lock(id);
        if (ballot.status() != Ballot.Status.OPEN || ballot.isEnded(clock.instant())) {
            return true;
        }
        retestInterests(ballot);
        return ballot.tally().isSettled();
    }

    @Override
    public Outcome count(BidId id) {
        Ballot ballot = lock(id);
        Outcome before = ballot.outcome();
        if (before != null) {
            return before;
        }
        BidSummary bid = bids.get(id);
        if (ballot.revision() != bid.revision()) {
            return undecided(ballot, ballot.tally(), Outcome.VOID);
        }
        retestInterests(ballot);
        Tally tally = ballot.tally();
        if (!tally.isSettled() && !ballot.isEnded(clock.instant())) {
            return Outcome.OPEN;
        }
        if (!tally.isQuorate()) {
            return undecided(ballot, tally, Outcome.INQUORATE);
        }
        if (tally.isTied() && ballot.casting() == null && roll.leaders(bid).canBreakATie()) {
            return waitForChair(ballot, tally);
        }
        if (!isCarried(ballot, tally)) {
            return decided(ballot, tally, Outcome.REFUSED);
        }
        Money available = funds.lockAvailable(bid.roundId(), bid.areaCode());
        return ballot.amount().isMoreThan(available)
                ? undecided(ballot, tally, Outcome.UNFUNDED)
                : decided(ballot, tally, Outcome.APPROVED);
    }

    private Ballot lock(BidId id) {
        progress.lock(id);
        return ballots.lockLatest(id)
                .orElseThrow(() -> new IllegalStateException("no ballot was opened for bid " + id));
    }

    private void retestInterests(Ballot ballot) {
        BidSummary bid = bids.get(ballot.bid());
        Instant now = clock.instant();
        for (PersonId voter : ballot.voters()) {
            interests.of(voter, bid).ifPresent(interest -> {
                ballot.recuse(voter, interest);
                ballots.keepInterest(ballot, voter, interest, now);
                audit.record(Act.onBid(ballot.bid().value(), "board.interestFound", "")
                        .with(
                                "member",
                                ballot.member(voter).map(Ballot.Member::name).orElse(""))
                        .with("interest", interest));
            });
        }
    }

    /** On a tie the chair's casting vote decides; without one the motion is lost. */
    private static boolean isCarried(Ballot ballot, Tally tally) {
        if (!tally.isTied()) {
            return tally.isCarried();
        }
        Ballot.Casting casting = ballot.casting();
        return casting != null && casting.choice() == VoteChoice.APPROVE;
    }

    private Outcome waitForChair(Ballot ballot, Tally tally) {
        if (ballot.status() == Ballot.Status.OPEN) {
            ballot.waitForCastingVote();
            ballots.keepState(ballot);
            audit.record(counted(ballot, tally, Outcome.TIED));
        }
        return Outcome.TIED;
    }

    private Outcome undecided(Ballot ballot, Tally tally, Outcome outcome) {
        ballot.close(outcome, clock.instant());
        ballots.keepState(ballot);
        audit.record(counted(ballot, tally, outcome));
        return outcome;
    }

    private Outcome decided(Ballot ballot, Tally tally, Outcome outcome) {
        ballot.close(outcome, clock.instant());
        ballots.keepState(ballot);
        ballots.record(ballot, tally, outcome, clock.instant());
        BidSummary before = bids.get(ballot.bid());
        BidSummary after = outcome == Outcome.APPROVED
                ? progress.awarded(ballot.bid(), ballot.amount())
                : progress.refused(ballot.bid());
        audit.record(counted(ballot, tally, outcome)
                .changed("agreed", before.agreed(), after.agreed())
                .changed("status", before.status(), after.status()));
        agendas.settle(
                after,
                outcome == Outcome.APPROVED ? ItemOutcome.APPROVED : ItemOutcome.REFUSED,
                ballot.id(),
                "",
                clock.instant());
        return outcome;
    }

    private static Act counted(Ballot ballot, Tally tally, Outcome outcome) {
        return Act.onBid(ballot.bid().value(), "board.counted." + outcome, "")
                .with("attempt", ballot.attempt())
                .with("amount", ballot.amount())
                .with("approvals", tally.approvals())
                .with("refusals", tally.refusals())
                .with("abstentions", tally.abstentions())
                .with("eligible", tally.eligible())
                .with("quorum", tally.quorum());
    }
}
