package org.schoolcollab.board;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.schoolcollab.board.domain.RulesOfBoards;
import org.schoolcollab.programme.EnvelopeFunds;
import org.schoolcollab.review.Recommendation;
import org.schoolcollab.review.RecommendationQueries;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.Dates;
import org.springframework.transaction.annotation.Transactional;

/** Whoever leads the decision puts an amount, with conditions, to the vote: the chair, as a rule. */
@UseCase
public class BallotOpening {

    private static final int WHOLE = 100;

    private final BidRegister bids;
    private final BidProgress progress;
    private final Ballots ballots;
    private final BoardRoll roll;
    private final RulesOfBoards rules;
    private final Agendas agendas;
    private final RecommendationQueries recommendations;
    private final LeadsTheDecision leads;
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
            RulesOfBoards rules,
            Agendas agendas,
            RecommendationQueries recommendations,
            LeadsTheDecision leads,
            EnvelopeFunds funds,
            DecisionProcess process,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock) {
        this.bids = bids;
        this.progress = progress;
        this.ballots = ballots;
        this.roll = roll;
        this.rules = rules;
        this.agendas = agendas;
        this.recommendations = recommendations;
        this.leads = leads;
        this.funds = funds;
        this.process = process;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** Puts an amount to the vote under the conditions that the adviser recommended; like {@link #open(BidId, BallotProposal)}. */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    public BidSummary open(BidId id, @Nullable Money amount) {
        leads.require(bids.get(id));
        String conditions =
                recommendations.latest(id).map(Recommendation::conditions).orElse("");
        return open(id, new BallotProposal(amount, conditions, null));
    }

    /**
     * Opens a ballot of all members without an interest. On the agenda of a written procedure it ends at that procedure's closing time.
     *
     * @throws ValidationFailed if the amount is missing, zero, above the request or more than the envelope still holds, the conditions
     *     are too long or the first instalment is no share
     * @throws BallotRefused while the bid is on the agenda of a meeting that is not open
     * @throws org.schoolcollab.board.domain.TooFewMembers if those without an interest cannot make the quorum
     */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    public BidSummary open(BidId id, BallotProposal typed) {
        Role role = leads.require(bids.get(id));
        BidSummary bid = progress.lock(id);
        LeadsTheDecision.requireBeforeBoard(bid);
        Optional<Agendas.OpenItem> item = agendas.lock(id);
        item.ifPresent(this::requireOpen);
        int attempt = ballots.lockLatest(id).map(this::nextAttempt).orElse(1);
        Money available = funds.available(bid.roundId(), bid.areaCode());
        BallotProposal proposal = checked(typed, bid.requested(), available);
        Ballot ballot = Ballot.open(
                id,
                attempt,
                bid.revision(),
                new Ballot.Terms(
                        Objects.requireNonNull(proposal.amount()),
                        proposal.conditions(),
                        proposal.firstPercent(),
                        rules.of(bid.boardAreaCode()).counting(),
                        item.map(Agendas.OpenItem::closesAt).orElse(null)),
                currentUser.actor().id(),
                roll.members(bid),
                clock.instant());
        ballots.add(ballot);
        audit.record(Act.onBid(id.value(), "board.ballotOpened", role.name())
                .with("attempt", attempt)
                .with("amount", ballot.amount())
                .with("conditions", proposal.conditions().isEmpty() ? null : proposal.conditions())
                .with("firstInstalmentPercent", proposal.firstPercent())
                .with("available", available)
                .with("closes", ballot.terms().closesAt())
                .with("voters", ballot.voters().size())
                .with("recused", ballot.members().size() - ballot.voters().size()));
        process.ballotOpened(bid, ballot.voters(), ballot.terms().closesAt());
        return bid;
    }

    /** Refuses who may not open a ballot on this bid now; for the screen, before anything is typed. */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    @Transactional(readOnly = true)
    public void checkMayOpen(BidId id) {
        BidSummary bid = bids.get(id);
        leads.require(bid);
        LeadsTheDecision.requireBeforeBoard(bid);
        agendas.find(id).ifPresent(this::requireOpen);
        ballots.latest(id).ifPresent(this::nextAttempt);
    }

    /** Refuses what could not be put to the vote now, before anything binds. */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    @Transactional(readOnly = true)
    public void check(BidId id, BallotProposal typed) {
        BidSummary bid = bids.get(id);
        leads.require(bid);
        checked(typed, bid.requested(), funds.available(bid.roundId(), bid.areaCode()));
    }

    private void requireOpen(Agendas.OpenItem item) {
        if (item.status() != MeetingStatus.OPEN) {
            throw BallotRefused.meetingNotOpen(Dates.moment(item.startsAt()));
        }
        Instant closes = item.closesAt();
        if (closes != null && !clock.instant().isBefore(closes)) {
            throw BallotRefused.timeIsUp();
        }
    }

    private int nextAttempt(Ballot latest) {
        if (latest.status() != Ballot.Status.CLOSED) {
            throw BallotRefused.alreadyOpen();
        }
        return latest.attempt() + 1;
    }

    private static BallotProposal checked(BallotProposal typed, Money requested, Money available) {
        List<Problem> gaps = new ArrayList<>();
        amountProblem(typed.amount(), requested, available).ifPresent(gaps::add);
        String conditions = "";
        try {
            conditions = Texts.atMost(BallotProposal.CONDITIONS_LIMIT, "conditions", typed.conditions());
        } catch (ValidationFailed tooLong) {
            gaps.addAll(tooLong.problems());
        }
        Integer first = typed.firstPercent();
        if (first != null && (first < 1 || first > WHOLE)) {
            gaps.add(Problem.of("firstPercent", "error.board.firstPercent"));
        }
        if (!gaps.isEmpty()) {
            throw new ValidationFailed(gaps);
        }
        return new BallotProposal(typed.amount(), conditions, first);
    }

    private static Optional<Problem> amountProblem(@Nullable Money amount, Money requested, Money available) {
        if (amount == null) {
            return problem("error.board.amountMissing");
        }
        if (!amount.isPositive()) {
            return problem("error.board.amountZero");
        }
        if (amount.isMoreThan(requested)) {
            return problem("error.board.aboveRequest", requested.format());
        }
        return amount.isMoreThan(available)
                ? problem("error.board.beyondEnvelope", available.format())
                : Optional.empty();
    }

    private static Optional<Problem> problem(String key, Object... arguments) {
        return Optional.of(Problem.of("amount", key, arguments));
    }
}
