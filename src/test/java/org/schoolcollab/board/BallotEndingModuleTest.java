package org.schoolcollab.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.ConditionsOfAward;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** How a vote ends: ended early, by the rules of the board, void where the bid changed. */
@PortalTest
class BallotEndingModuleTest extends BallotScenes {

    @Autowired
    BallotEnding ending;

    @Autowired
    ObjectProvider<ConditionsOfAward> conditions;

    @Test
    void theChairEndsTheVotingOnceThosePresentHaveVoted() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.APPROVE, "board2.south", "chair.south");
        vote(bid, VoteChoice.ABSTAIN, "board3.south");
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);

        logIn.run("chair.south", () -> ending.end(bid));

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);
        assertThat(decision(bid)).containsEntry("approvals", 2).containsEntry("abstentions", 1);
        refusal("board4.south", () -> voting.cast(bid, VoteChoice.REFUSE, "late"), "error.board.decidedAlready");
        refusal("chair.south", () -> ending.end(bid), "error.board.decidedAlready");
        assertThat(openTasksOfVoters(bid)).isZero();
    }

    @Test
    void endedBelowTheQuorumThereIsNoDecision() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.APPROVE, "board2.south", "board3.south");

        logIn.run("chair.south", () -> ending.end(bid));

        assertThat(board(bid)).containsEntry("outcome", "INQUORATE");
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
        logIn.run("chair.south", () -> opening.open(bid, Money.ofPounds(20_000)));
        assertThat(board(bid)).containsEntry("attempt", 2);
    }

    @Test
    void onlyWhoLeadsTheDecisionEndsTheVoting() {
        BidId bid = fixtures.ballotOpen("hythe-hub");

        refusal("board2.south", () -> ending.end(bid), "error.board.chairOpens");
        refusal("board1.south", () -> ending.end(bid), "error.board.interest.HEADTEACHER_OF_MEMBER");
        refusal("chair.east", () -> ending.end(bid), "error.accessRefused");
        refusal(
                "chair.south",
                () -> ending.end(fixtures.recommendedBid("deal-learning-alliance")),
                "error.board.noBallot");
        assertThat(board(bid)).containsEntry("status", "OPEN");
    }

    @Test
    void theDecisionKeepsConditionsAndTheFirstInstalment() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        logIn.run(
                "chair.south",
                () -> opening.open(
                        bid, new BallotProposal(Money.ofPounds(20_000), "Name a moderator 📚 ŵ by 1 October", 25)));
        fixtures.voteUntilDecided(bid, VoteChoice.APPROVE);

        assertThat(decision(bid))
                .containsEntry("conditions", "Name a moderator 📚 ŵ by 1 October")
                .containsEntry("first_percent", 25);
        assertThat(conditions
                        .orderedStream()
                        .flatMap(source -> source.conditionsOf(bid).stream())
                        .findFirst())
                .hasValue("Name a moderator 📚 ŵ by 1 October");
        assertThat(jdbc.sql("select i.amount_pence from ledger_instalment i join ledger_award a on a.id = i.award_id"
                                + " where a.bid_id = ? order by i.number")
                        .param(bid.toString())
                        .query(Long.class)
                        .list())
                .containsExactly(500_000L, 1_500_000L);
    }

    @Test
    void refusesConditionsThatAreTooLongAndSharesThatAreNone() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        logIn.as("chair.south");

        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                org.schoolcollab.shared.ValidationFailed.class,
                                () -> opening.open(bid, new BallotProposal(Money.ofPounds(1), "x".repeat(2001), 101)))
                        .problems())
                .extracting(org.schoolcollab.shared.ValidationFailed.Problem::messageKey)
                .containsExactly("error.text.tooLong", "error.board.firstPercent");
    }

    @Test
    void twoThirdsAreNeededWhereTheRulesSaySo() {
        logIn.run(
                "admin",
                () -> rules.change(new RulesOfTheBoard.Typed("SOUTH", 50, 3, Majority.TWO_THIRDS, null, null)));
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.APPROVE, "board2.south", "board3.south", "board4.south");
        vote(bid, VoteChoice.REFUSE, "board5.south");
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);

        vote(bid, VoteChoice.REFUSE, "chair.south");

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.REFUSED);
        assertThat(decision(bid)).containsEntry("majority", "TWO_THIRDS");
    }

    @Test
    void rulesAreForTheAdministratorAndMustMakeSense() {
        refusal(
                "chair.south",
                () -> rules.change(new RulesOfTheBoard.Typed("SOUTH", 50, 3, Majority.SIMPLE, null, null)),
                "error.accessRefused");
        logIn.as("admin");
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                org.schoolcollab.shared.ValidationFailed.class,
                                () -> rules.change(new RulesOfTheBoard.Typed(
                                        "SOUTH", 0, 2, Majority.SIMPLE, person("chair.south"), "SOUTH")))
                        .problems())
                .extracting(org.schoolcollab.shared.ValidationFailed.Problem::messageKey)
                .containsExactly(
                        "error.board.quorumPercent",
                        "error.board.fewest",
                        "error.board.viceChair",
                        "error.board.passToItself");
        refusal("chair.east", () -> rules.of("SOUTH"), "error.accessRefused");
    }

    @Test
    void aWithdrawnBidVoidsItsBallot() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.APPROVE, "board2.south");

        logIn.run("lead.hythe-hub", () -> withdrawal.withdraw(bid, "Two schools left"));

        assertThat(board(bid)).containsEntry("status", "CLOSED").containsEntry("outcome", "VOID");
        refusal("chair.south", () -> ending.end(bid), "error.board.decidedAlready");
    }

    @Test
    void aBidThatChangedSinceItWasPutToTheVoteIsNotDecidedByIt() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.APPROVE, "board2.south", "board3.south");
        changed(bid);

        vote(bid, VoteChoice.APPROVE, "board4.south");

        decidedNothing(bid);
        assertThat(queues(bid)).containsExactly("BOARD_CHAIR:area:SOUTH");
        assertThat(jdbc.sql("select count(*) from audit_record where action = 'board.counted.VOID'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        refusal("board5.south", () -> voting.cast(bid, VoteChoice.APPROVE, ""), "error.board.decidedAlready");

        logIn.run("chair.south", () -> opening.open(bid, Money.ofPounds(20_000)));
        fixtures.voteUntilDecided(bid, VoteChoice.APPROVE);
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);
        assertThat(board(bid)).containsEntry("attempt", 2).containsEntry("outcome", "APPROVED");
    }

    @Test
    void votesOnABidThatChangedDecideNothingWhenTheChairEndsTheVoting() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.REFUSE, "board2.south", "board3.south");
        changed(bid);

        logIn.run("chair.south", () -> ending.end(bid));

        decidedNothing(bid);
    }

    @Test
    void theCastingVoteOnABidThatChangedDecidesNothing() {
        BidId bid = tied();
        changed(bid);

        logIn.run("chair.south", () -> castingVote.give(bid, VoteChoice.APPROVE, ""));

        decidedNothing(bid);
    }

    @Test
    void aMemberOfTheBoardGrantedForAnotherAreaDoesNotVoteHere() {
        grant("board2.east", new RoleGrant(Role.BOARD_MEMBER, Scope.area("WEST")));
        BidId bid = fixtures.ballotOpen("hythe-hub");

        refusal("board2.east", () -> voting.cast(bid, VoteChoice.APPROVE, ""), "error.accessRefused");
    }

    private void changed(BidId bid) {
        jdbc.sql("update bid_bid set revision = revision + 1 where id = ?")
                .param(bid.toString())
                .update();
    }

    private void decidedNothing(BidId bid) {
        assertThat(board(bid)).containsEntry("status", "CLOSED").containsEntry("outcome", "VOID");
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
        assertThat(bids.get(bid).agreed()).isNull();
        assertThat(jdbc.sql("select count(*) from board_decision")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(funds.available(bids.get(bid).roundId(), "SOUTH")).isEqualTo(Money.ofPounds(400_000));
        assertThat(logIn.as("auditor", reconciliation::differences)).isEmpty();
    }

    private int openTasksOfVoters(BidId bid) {
        return jdbc.sql("select count(*) from inbox_work_item where bid_id = ? and state = 'OPEN'"
                        + " and task_key = 'userTask_CastVote'")
                .param(bid.toString())
                .query(Integer.class)
                .single();
    }
}
