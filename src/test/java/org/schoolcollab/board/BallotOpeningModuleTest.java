package org.schoolcollab.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.schoolcollab.review.Interest.HEADTEACHER_OF_MEMBER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.schoolcollab.testing.PortalTest;

@PortalTest
class BallotOpeningModuleTest extends BoardScenes {

    @Test
    void whoLeadsAMemberSchoolIsRecusedWhenTheBallotOpens() {
        BidId bid = fixtures.ballotOpen("hythe-hub");

        assertThat(fixtures.voters(bid))
                .containsExactly("board2.south", "board3.south", "board4.south", "board5.south", "chair.south");
        logIn.as("auditor");
        assertThat(board.state(bid).orElseThrow().recused())
                .containsExactly(new BallotState.Recused("Board member 1, South (demo)", HEADTEACHER_OF_MEMBER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"board2.south", "chair.east", "adviser.south", "lead.hythe-hub", "admin"})
    void othersMayNotOpenABallot(String username) {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        logIn.as(username);

        assertThatThrownBy(() -> opening.open(bid, Money.ofPounds(1)))
                .isInstanceOfAny(AccessRefused.class, BallotRefused.class);
    }

    @Test
    void theAdviserWhoReviewedMayNotVote() {
        grant("adviser.south", new RoleGrant(Role.BOARD_MEMBER, Scope.area("SOUTH")));
        BidId bid = fixtures.ballotOpen("hythe-hub");

        refusal(
                "adviser.south",
                () -> voting.cast(bid, VoteChoice.APPROVE, ""),
                "error.board.interest.REVIEWED_THE_BID");
    }

    @Test
    void aHeadOfASchoolInTheSameTrustHasAnInterest() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        String member = headOf("head.hythe-hub").scope().key();
        String other = headOf("head.deal-learning-alliance").scope().key();
        jdbc.sql("update establishment_school set trust = 'Coast Trust' where id in (?, ?)")
                .params(member, other)
                .update();
        grant("board5.south", headOf("head.deal-learning-alliance"));

        logIn.run("chair.south", () -> opening.open(bid, Money.ofPounds(20_000)));

        assertThat(fixtures.voters(bid)).doesNotContain("board5.south").hasSize(4);
    }

    @Test
    void anInterestThatArisesBeforeTheCountTakesTheVoteOut() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.APPROVE, "board2.south", "board3.south");
        grant("board3.south", headOf("head.hythe-hub"));

        vote(bid, VoteChoice.APPROVE, "board4.south");
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
        vote(bid, VoteChoice.APPROVE, "board5.south");

        assertThat(decision(bid)).containsEntry("approvals", 3).containsEntry("eligible", 4);
    }

    @Test
    void withoutQuorumThereIsNoDecisionAndTheChairOpensAnother() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.APPROVE, "board2.south");
        vote(bid, VoteChoice.ABSTAIN, "board3.south", "board4.south");
        for (String member : List.of("board2.south", "board3.south", "board4.south")) {
            grant(member, headOf("head.hythe-hub"));
        }
        vote(bid, VoteChoice.APPROVE, "board5.south", "chair.south");

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
        assertThat(jdbc.sql("select count(*) from board_decision")
                        .query(Integer.class)
                        .single())
                .isZero();
        logIn.as("chair.south");
        assertThat(board.papers(bid).outcome()).isEqualTo(BallotCount.Outcome.INQUORATE);
        refusal("chair.south", () -> opening.open(bid, Money.ofPounds(1)), "error.board.tooFewMembers");

        transaction.executeWithoutResult(status -> people.add(
                "board6.south",
                "Board member 6",
                null,
                "-",
                true,
                List.of(new RoleGrant(Role.BOARD_MEMBER, Scope.area("SOUTH")))));
        logIn.run("chair.south", () -> opening.open(bid, Money.ofPounds(20_000)));
        fixtures.voteUntilDecided(bid, VoteChoice.APPROVE);
        assertThat(bids.get(bid).agreed()).isEqualTo(Money.ofPounds(20_000));
    }

    @Test
    void aMemberOpensTheBallotWhereTheChairHasAnInterest() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        grant("chair.south", headOf("head.hythe-hub"));

        refusal(
                "chair.south",
                () -> opening.open(bid, Money.ofPounds(1)),
                "error.board.interest.HEADTEACHER_OF_MEMBER");
        refusal(
                "board1.south",
                () -> opening.open(bid, Money.ofPounds(1)),
                "error.board.interest.HEADTEACHER_OF_MEMBER");
        logIn.run("board2.south", () -> opening.open(bid, Money.ofPounds(21_000)));

        assertThat(fixtures.voters(bid)).doesNotContain("chair.south", "board1.south");
    }

    @Test
    void refusesAnAmountAboveTheRequestOrBeyondTheEnvelope() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        refusedAmount(bid, null, "error.board.amountMissing");
        refusedAmount(bid, Money.ZERO, "error.board.amountZero");
        refusedAmount(bid, Money.ofPence(-1), "error.board.amountZero");
        refusedAmount(bid, Money.ofPence(2_100_001), "error.board.aboveRequest");

        jdbc.sql("update programme_envelope set given_pence = 2000000 where area_code = 'SOUTH'")
                .update();
        jdbc.sql("delete from ledger_envelope where area_code = 'SOUTH'").update();
        refusedAmount(bid, Money.ofPence(2_000_001), "error.board.beyondEnvelope");
        logIn.run("chair.south", () -> opening.open(bid, Money.ofPounds(20_000)));
        assertThat(fixtures.voters(bid)).isNotEmpty();
    }

    @Test
    void refusesASecondBallotWhileOneIsOpen() {
        BidId bid = fixtures.ballotOpen("hythe-hub");

        refusal("chair.south", () -> opening.open(bid, Money.ofPounds(1)), "error.board.alreadyOpen");
    }

    @Test
    void refusesABallotBeforeTheRecommendation() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        logIn.as("chair.south");

        assertThatThrownBy(() -> opening.open(bid, Money.ofPounds(1))).isInstanceOf(BidNotInStage.class);
    }

    @Test
    void carriedButUnfundedLeadsBackToOpeningWithASmallerAmount() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        jdbc.sql("update programme_envelope set given_pence = 2000000 where area_code = 'SOUTH'")
                .update();
        vote(bid, VoteChoice.APPROVE, "board2.south", "board3.south", "board4.south");

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
        logIn.as("chair.south");
        assertThat(board.papers(bid).outcome()).isEqualTo(BallotCount.Outcome.UNFUNDED);
        opening.open(bid, Money.ofPounds(20_000));
        fixtures.voteUntilDecided(bid, VoteChoice.APPROVE);

        assertThat(bids.get(bid).agreed()).isEqualTo(Money.ofPounds(20_000));
        assertThat(funds.available(bids.get(bid).roundId(), "SOUTH")).isEqualTo(Money.ZERO);
    }

    @Test
    void aMemberWhoDeclaresAnInterestLeavesTheBallotForGood() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.APPROVE, "board2.south", "board3.south");
        vote(bid, VoteChoice.REFUSE, "board4.south", "chair.south");

        logIn.run("board5.south", () -> voting.stepAside(bid));

        assertThat(board(bid)).containsEntry("status", "TIED");
        refusal("board5.south", () -> board.papers(bid), "error.board.interest.DECLARED");
        refusal("board2.south", () -> voting.stepAside(bid), "error.board.alreadyVoted");
    }

    @Test
    void aMemberWithAnInterestThatAroseLeavesTheBallotSoThatTheOthersDecide() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.APPROVE, "board2.south", "board3.south");
        vote(bid, VoteChoice.ABSTAIN, "board4.south", "chair.south");
        grant("board5.south", headOf("head.hythe-hub"));
        refusal(
                "board5.south",
                () -> voting.cast(bid, VoteChoice.REFUSE, "no"),
                "error.board.interest.HEADTEACHER_OF_MEMBER");

        logIn.run("board5.south", () -> voting.stepAside(bid));

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);
    }
}
