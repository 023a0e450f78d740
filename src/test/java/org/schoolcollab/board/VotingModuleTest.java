package org.schoolcollab.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.schoolcollab.review.Interest.HEADTEACHER_OF_MEMBER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;
import org.schoolcollab.testing.PortalTest;

@PortalTest
class VotingModuleTest extends BoardScenes {

    @Test
    void aMajorityOfAllWhoMayVoteDecidesAtOnce() {
        BidId bid = fixtures.ballotOpen("hythe-hub");

        vote(bid, VoteChoice.APPROVE, "board2.south", "board3.south");
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
        vote(bid, VoteChoice.APPROVE, "board4.south");

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);
        assertThat(bids.get(bid).agreed()).isEqualTo(Money.ofPounds(21_000));
        assertThat(funds.available(bids.get(bid).roundId(), "SOUTH")).isEqualTo(Money.ofPounds(379_000));
        assertThat(decision(bid)).containsEntry("outcome", "APPROVED").containsEntry("approvals", 3);
    }

    @Test
    void aRefusalIsRecordedAndEndsTheBid() {
        BidId bid = fixtures.refusedBid("hythe-hub");

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.REFUSED);
        assertThat(bids.get(bid).agreed()).isNull();
        assertThat(decision(bid)).containsEntry("outcome", "REFUSED").containsEntry("refusals", 3);
        logIn.as("lead.hythe-hub");
        assertThat(board.state(bid).orElseThrow().refusalReasons()).hasSize(3).contains("Because of the targets");
    }

    @Test
    void abstentionsDoNotDecide() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.ABSTAIN, "board2.south", "board3.south", "board4.south", "board5.south");

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
        vote(bid, VoteChoice.APPROVE, "chair.south");

        assertThat(decision(bid))
                .containsEntry("outcome", "APPROVED")
                .containsEntry("abstentions", 4)
                .containsEntry("approvals", 1);
    }

    @Test
    void theChairBreaksATie() {
        BidId bid = tied();
        refusal("board2.south", () -> castingVote.give(bid, VoteChoice.APPROVE, ""), "error.board.chairOpens");

        logIn.run("chair.south", () -> castingVote.give(bid, VoteChoice.APPROVE, ""));

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);
        assertThat(decision(bid)).containsEntry("casting_choice", "APPROVE");
        refusal("chair.south", () -> castingVote.give(bid, VoteChoice.REFUSE, "no"), "error.board.noTie");
    }

    @Test
    void theChairMayRefuseOnATieWithAReason() {
        BidId bid = tied();
        refusal("chair.south", () -> castingVote.give(bid, VoteChoice.REFUSE, " "), "error.validation");
        refusal("chair.south", () -> castingVote.give(bid, VoteChoice.ABSTAIN, ""), "error.validation");

        logIn.run("chair.south", () -> castingVote.give(bid, VoteChoice.REFUSE, "Not yet"));

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.REFUSED);
    }

    @Test
    void aTieIsNotCarriedWhereTheChairHasAnInterest() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.APPROVE, "board2.south", "board3.south");
        vote(bid, VoteChoice.REFUSE, "board4.south");
        grant("chair.south", headOf("head.hythe-hub"));
        vote(bid, VoteChoice.REFUSE, "board5.south");

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.REFUSED);
        assertThat(decision(bid)).containsEntry("approvals", 2).containsEntry("refusals", 2);
    }

    @Test
    void aRecusedMemberSeesNoBallotAndIsRefusedWithASentence() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.APPROVE, "board2.south");

        refusal(
                "board1.south",
                () -> voting.cast(bid, VoteChoice.APPROVE, ""),
                "error.board.interest.HEADTEACHER_OF_MEMBER");
        refusal("board1.south", () -> board.papers(bid), "error.board.interest.HEADTEACHER_OF_MEMBER");
        refusal("board1.south", () -> board.agenda(bid), "error.board.interest.HEADTEACHER_OF_MEMBER");
        logIn.as("board1.south");
        assertThat(board.state(bid)).isEmpty();
        assertThat(board.interest(bid)).contains(HEADTEACHER_OF_MEMBER);
    }

    @Test
    void votesAreHiddenUntilTheCount() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.REFUSE, "board2.south");
        logIn.as("board3.south");

        BallotState state = board.papers(bid);

        assertThat(state.voted()).isEqualTo(1);
        assertThat(state.tally()).isNull();
        assertThat(state.refusalReasons()).isEmpty();
        assertThat(jdbc.sql("select details from audit_record where action = 'board.voted'")
                        .query(String.class)
                        .single())
                .doesNotContain("REFUSE")
                .doesNotContain("targets");
    }

    @Test
    void aSecondVoteIsRefusedAndSaysWhoAndWhen() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.APPROVE, "board2.south");
        logIn.as("board2.south");

        assertThatThrownBy(() -> voting.cast(bid, VoteChoice.REFUSE, "changed my mind"))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refused -> assertThat(refused.arguments())
                                .containsExactly("Board member 2, South (demo)", "16 June 2014, 10:00"));
        assertThat(choices(bid)).containsExactly("APPROVE");
    }

    @Test
    void aVoteAfterTheDecisionIsRefusedWithASentence() {
        BidId bid = fixtures.awardedBid("hythe-hub");

        refusal("chair.south", () -> voting.cast(bid, VoteChoice.REFUSE, "no"), "error.board.decidedAlready");
    }

    @Test
    void aRefusalNeedsAReasonOfAtMostTwoThousandCharacters() {
        BidId bid = fixtures.ballotOpen("hythe-hub");

        refusal("board2.south", () -> voting.cast(bid, VoteChoice.REFUSE, " \n"), "error.validation");
        refusal("board2.south", () -> voting.cast(bid, VoteChoice.REFUSE, "x".repeat(2001)), "error.validation");
        assertThat(choices(bid)).isEmpty();
        logIn.run("board2.south", () -> voting.cast(bid, VoteChoice.REFUSE, "😀".repeat(2000)));
        assertThat(choices(bid)).containsExactly("REFUSE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"board1.east", "chair.east", "lead.hythe-hub", "finance.officer", "admin", "auditor"})
    void othersMayNotVote(String username) {
        BidId bid = fixtures.ballotOpen("hythe-hub");

        refusal(username, () -> voting.cast(bid, VoteChoice.APPROVE, ""), "error.accessRefused");
    }

    @Test
    void aWithdrawnBidTakesNoMoreVotes() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        logIn.run("lead.hythe-hub", () -> withdrawal.withdraw(bid, "We merge with another collaboration"));
        logIn.as("board2.south");

        assertThatThrownBy(() -> voting.cast(bid, VoteChoice.APPROVE, "")).isInstanceOf(BidNotInStage.class);
        assertThat(choices(bid)).isEmpty();
    }

    @Test
    void countingTwiceAnswersTheSameAndWritesNothing() {
        BidId bid = fixtures.awardedBid("hythe-hub");
        int before = records();

        transaction.executeWithoutResult(status -> {
            assertThat(count.isSettled(bid)).isTrue();
            assertThat(count.count(bid)).isEqualTo(BallotCount.Outcome.APPROVED);
        });

        assertThat(records()).isEqualTo(before);
    }

    @Test
    void votersAreKnownAsPartTakers() {
        BidId bid = fixtures.awardedBid("hythe-hub");

        assertThat(partTakers.tookPart(bid, person("board2.south"))).isTrue();
        assertThat(partTakers.tookPart(bid, person("chair.south"))).isTrue();
        assertThat(partTakers.tookPart(bid, person("board1.south"))).isFalse();
    }

    @Test
    void votesAndDecisionsCannotBeChanged() {
        fixtures.awardedBid("hythe-hub");

        assertThatThrownBy(() ->
                        jdbc.sql("update board_vote set choice = 'REFUSE'").update())
                .rootCause()
                .hasMessageContaining("denied");
        assertThatThrownBy(() -> jdbc.sql("delete from board_decision").update())
                .rootCause()
                .hasMessageContaining("denied");
    }
}
