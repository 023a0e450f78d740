package org.schoolcollab.board;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
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
import org.schoolcollab.board.domain.Referrals;
import org.schoolcollab.board.domain.RulesOfBoards;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;

/** What a board does with a bid without deciding it: sends it back with questions, or passes it to another area's board. */
@UseCase
public class Referral {

    /** The most characters questions or a reason may have. */
    public static final int TEXT_LIMIT = 2000;

    private final BidRegister bids;
    private final BidProgress progress;
    private final Ballots ballots;
    private final Referrals referrals;
    private final BoardRoll roll;
    private final RulesOfBoards rules;
    private final Agendas agendas;
    private final LeadsTheDecision leads;
    private final DecisionProcess process;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    Referral(
            BidRegister bids,
            BidProgress progress,
            Ballots ballots,
            Referrals referrals,
            BoardRoll roll,
            RulesOfBoards rules,
            Agendas agendas,
            LeadsTheDecision leads,
            DecisionProcess process,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock) {
        this.bids = bids;
        this.progress = progress;
        this.ballots = ballots;
        this.referrals = referrals;
        this.roll = roll;
        this.rules = rules;
        this.agendas = agendas;
        this.leads = leads;
        this.process = process;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** Too few members without an interest, and what the board's rules say about that. */
    public record Shortage(
            int eligible, int quorum, @Nullable String passTo) {}

    /**
     * Sends the bid back to its lead with the board's questions. It is reviewed and decided anew after that.
     *
     * @param questions required, at most {@value #TEXT_LIMIT} characters
     * @throws BallotRefused while a ballot is open
     */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    public BidSummary defer(BidId id, String questions) {
        Role role = mayRefer(bids.get(id));
        String words = Texts.required(TEXT_LIMIT, "questions", questions);
        BidSummary before = lock(id);
        referrals.deferred(before, words, currentUser.actor().id(), clock.instant());
        BidSummary bid = progress.deferred(id);
        agendas.settle(before, ItemOutcome.DEFERRED, null, words, clock.instant());
        audit.record(Act.onBid(id.value(), "board.deferred", role.name())
                .with("questions", words)
                .with("revision", before.revision())
                .changed("status", before.status(), bid.status()));
        process.deferred(bid);
        return bid;
    }

    /**
     * Passes the bid to the board that this board's rules name, because too few members here are without an interest. The money stays
     * that of the bid's own area.
     *
     * @param reason required, at most {@value #TEXT_LIMIT} characters
     * @throws BallotRefused where enough members are left, where the rules name no board, while a ballot is open
     */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    public BidSummary pass(BidId id, String reason) {
        Role role = mayRefer(bids.get(id));
        String words = Texts.reason(TEXT_LIMIT, reason);
        BidSummary before = lock(id);
        List<Ballot.Member> members = roll.members(before);
        Shortage shortage = roll.shortage(before, members);
        if (shortage == null) {
            int eligible = BoardRoll.eligible(members);
            throw BallotRefused.enoughMembers(
                    eligible, rules.of(before.boardAreaCode()).counting().quorumOf(eligible));
        }
        String to = shortage.passTo();
        if (to == null) {
            throw BallotRefused.nowhereToPass();
        }
        referrals.passed(before, to, words, currentUser.actor().id(), clock.instant());
        agendas.settle(before, ItemOutcome.PASSED, null, words, clock.instant());
        BidSummary bid = progress.passedTo(id, to);
        audit.record(Act.onBid(id.value(), "board.passed", role.name())
                .with("reason", words)
                .changed("board", before.boardAreaName(), bid.boardAreaName()));
        process.passed(bid);
        return bid;
    }

    /**
     * Whoever leads the decision. A bid on which nobody on the board is free of an interest is referred by its chair: to pass it on is
     * no judgement of it.
     */
    private Role mayRefer(BidSummary bid) {
        if (BoardRoll.eligible(roll.members(bid)) == 0) {
            currentUser.actor().require(Role.BOARD_CHAIR, List.of(bid.board()));
            return Role.BOARD_CHAIR;
        }
        return leads.require(bid);
    }

    private BidSummary lock(BidId id) {
        BidSummary bid = progress.lock(id);
        LeadsTheDecision.requireBeforeBoard(bid);
        agendas.lock(id);
        ballots.lockLatest(id)
                .filter(ballot -> ballot.status() != Ballot.Status.CLOSED)
                .ifPresent(open -> {
                    throw BallotRefused.stillOpen();
                });
        return bid;
    }
}
