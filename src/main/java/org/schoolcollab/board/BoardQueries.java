package org.schoolcollab.board;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.BallotCount.Outcome;
import org.schoolcollab.board.domain.Ballot;
import org.schoolcollab.board.domain.Ballots;
import org.schoolcollab.board.domain.BoardRoll;
import org.schoolcollab.board.domain.MembersWithAnInterestTakeNoPart;
import org.schoolcollab.board.domain.RulesOfBoards;
import org.schoolcollab.board.domain.VoteRefused;
import org.schoolcollab.programme.EnvelopeFunds;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.review.Interest;
import org.schoolcollab.review.Recommendation;
import org.schoolcollab.review.RecommendationQueries;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** Reads ballots. A member with an interest learns only that they take no part, until the board has decided. */
@UseCase
public class BoardQueries {

    private final BidQueries visibleBids;
    private final BidRegister bids;
    private final Ballots ballots;
    private final BoardRoll roll;
    private final MembersWithAnInterestTakeNoPart interests;
    private final RulesOfBoards rules;
    private final RecommendationQueries recommendations;
    private final EnvelopeFunds funds;
    private final Rounds rounds;
    private final CurrentUser currentUser;

    BoardQueries(
            BidQueries visibleBids,
            BidRegister bids,
            Ballots ballots,
            BoardRoll roll,
            MembersWithAnInterestTakeNoPart interests,
            RulesOfBoards rules,
            RecommendationQueries recommendations,
            EnvelopeFunds funds,
            Rounds rounds,
            CurrentUser currentUser) {
        this.visibleBids = visibleBids;
        this.bids = bids;
        this.ballots = ballots;
        this.roll = roll;
        this.interests = interests;
        this.rules = rules;
        this.recommendations = recommendations;
        this.funds = funds;
        this.rounds = rounds;
        this.currentUser = currentUser;
    }

    /** What is to be known before a ballot is opened; only for who might open one. */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    @Transactional(readOnly = true)
    public Agenda agenda(BidId id) {
        BidSummary bid = boardBid(id);
        refuseInterest(bid);
        return new Agenda(
                funds.given(bid.roundId(), bid.areaCode()),
                funds.available(bid.roundId(), bid.areaCode()),
                roll.members(bid).stream()
                        .map(member -> new Agenda.BoardMember(member.name(), member.interest()))
                        .toList(),
                rules.of(bid.boardAreaCode()).counting(),
                recommendations.latest(id).map(Recommendation::conditions).orElse(""),
                rounds.get(bid.roundId()).firstInstalmentPercent(),
                ballots.latest(id).map(BoardQueries::state).orElse(null));
    }

    /**
     * The ballot, for a member who may vote on it.
     *
     * @throws VoteRefused for a member with an interest, who sees no ballot, and where none is open
     */
    @RolesAllowed({Roles.BOARD_MEMBER, Roles.BOARD_CHAIR})
    @Transactional(readOnly = true)
    public BallotState papers(BidId id) {
        refuseInterest(boardBid(id));
        return ballots.latest(id).map(BoardQueries::state).orElseThrow(VoteRefused::noBallot);
    }

    /** Whether the person logged in has voted on the newest ballot. */
    @RolesAllowed({Roles.BOARD_MEMBER, Roles.BOARD_CHAIR})
    @Transactional(readOnly = true)
    public boolean haveIVoted(BidId id) {
        boardBid(id);
        return ballots.latest(id)
                .flatMap(ballot -> ballot.voteOf(currentUser.actor().id()))
                .isPresent();
    }

    /** The newest ballot, for whoever may see the bid; hidden from members with an interest while it runs. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public Optional<BallotState> state(BidId id) {
        BidSummary bid = visibleBids.summary(id);
        Optional<BallotState> state = ballots.latest(id).map(BoardQueries::state);
        return myInterest(bid).isPresent() ? state.filter(BallotState::isClosed) : state;
    }

    /** Why the person logged in takes no part, if they sit on the board of this bid and have an interest in it. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public Optional<Interest> interest(BidId id) {
        return myInterest(visibleBids.summary(id));
    }

    private Optional<Interest> myInterest(BidSummary bid) {
        Actor actor = currentUser.actor();
        boolean onBoard = actor.has(Role.BOARD_MEMBER, bid.board()) || actor.has(Role.BOARD_CHAIR, bid.board());
        return onBoard ? interests.of(actor.id(), bid) : Optional.empty();
    }

    private BidSummary boardBid(BidId id) {
        BidSummary bid = bids.get(id);
        Voting.voterRole(currentUser.actor(), bid);
        return bid;
    }

    private void refuseInterest(BidSummary bid) {
        interests.of(currentUser.actor().id(), bid).ifPresent(interest -> {
            throw VoteRefused.interest(interest);
        });
    }

    static BallotState state(Ballot ballot) {
        boolean counted = ballot.status() != Ballot.Status.OPEN;
        Outcome outcome = ballot.outcome();
        Ballot.Casting casting = ballot.casting();
        Tally tally = ballot.tally();
        return new BallotState(
                ballot.attempt(),
                ballot.amount(),
                ballot.terms().conditions(),
                ballot.terms().firstPercent(),
                ballot.terms().closesAt(),
                outcome != null ? outcome : counted ? Outcome.TIED : Outcome.OPEN,
                ballot.openedAt(),
                ballot.closedAt(),
                ballot.members().stream()
                        .flatMap(member -> Optional.ofNullable(member.interest())
                                .map(interest -> new BallotState.Recused(member.name(), interest))
                                .stream())
                        .toList(),
                tally.votes(),
                tally.eligible(),
                tally.quorum(),
                counted ? tally : null,
                casting == null ? null : casting.choice(),
                counted ? refusalReasons(ballot) : List.of());
    }

    private static List<String> refusalReasons(Ballot ballot) {
        return ballot.votes().stream()
                .filter(vote ->
                        vote.choice() == VoteChoice.REFUSE && ballot.voters().contains(vote.person()))
                .map(Ballot.Vote::reason)
                .toList();
    }
}
