package org.schoolcollab.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.shared.Money;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Who leads a decision, and breaks its tie, where the chair or a member has an interest. */
@PortalTest
class ViceChairModuleTest extends BallotScenes {

    @Autowired
    InterestDeclaration declaration;

    @Autowired
    org.schoolcollab.inbox.TaskDesk desk;

    @Test
    void theViceChairLeadsAndBreaksTheTieWhereTheChairHasAnInterest() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        grant("chair.south", headOf("head.hythe-hub"));
        logIn.run(
                "admin",
                () -> rules.change(
                        new RulesOfTheBoard.Typed("SOUTH", 50, 3, Majority.SIMPLE, person("board3.south"), null)));

        refusal("board2.south", () -> opening.open(bid, Money.ofPounds(1)), "error.board.viceChairOpens");
        logIn.run("board3.south", () -> opening.open(bid, Money.ofPounds(20_000)));
        vote(bid, VoteChoice.APPROVE, "board2.south", "board3.south");
        vote(bid, VoteChoice.REFUSE, "board4.south", "board5.south");
        assertThat(board(bid)).containsEntry("status", "TIED");
        refusal(
                "chair.south",
                () -> castingVote.give(bid, VoteChoice.APPROVE, ""),
                "error.board.interest.HEADTEACHER_OF_MEMBER");
        refusal("board2.south", () -> castingVote.give(bid, VoteChoice.APPROVE, ""), "error.board.viceChairOpens");
        logIn.run("board3.south", () -> castingVote.give(bid, VoteChoice.APPROVE, ""));

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);
    }

    @Test
    void theStepsOfADecisionAreInTheQueuesOfWhoeverLeadsIt() {
        grant("chair.south", headOf("head.hythe-hub"));
        BidId anyMember = fixtures.recommendedBid("hythe-hub");
        assertThat(queues(anyMember))
                .containsExactlyInAnyOrder(
                        person("board2.south").ownGroup(),
                        person("board3.south").ownGroup(),
                        person("board4.south").ownGroup(),
                        person("board5.south").ownGroup());
        BidId chair = fixtures.recommendedBid("deal-learning-alliance");
        assertThat(queues(chair)).containsExactly("BOARD_CHAIR:area:SOUTH");

        logIn.run(
                "admin",
                () -> rules.change(
                        new RulesOfTheBoard.Typed("SOUTH", 50, 3, Majority.SIMPLE, person("board3.south"), null)));
        grant("chair.south", headOf("head.sandwich-primary-consortium"));
        BidId vice = fixtures.recommendedBid("sandwich-primary-consortium");
        assertThat(queues(vice)).containsExactly(person("board3.south").ownGroup());
    }

    @Test
    void whatTheChairHasClaimedGoesToTheViceChairOnceTheChairDeclaresAnInterest() {
        logIn.run(
                "admin",
                () -> rules.change(
                        new RulesOfTheBoard.Typed("SOUTH", 50, 3, Majority.SIMPLE, person("board3.south"), null)));
        BidId bid = fixtures.recommendedBid("hythe-hub");
        String task = jdbc.sql("select task_id from inbox_work_item where bid_id = ? and state = 'OPEN'")
                .param(bid.toString())
                .query(String.class)
                .single();
        logIn.run("chair.south", () -> desk.claim(task));

        logIn.run("chair.south", () -> declaration.declare(bid, "Married to a head of it"));

        assertThat(queues(bid)).containsExactly(person("board3.south").ownGroup());
        assertThat(logIn.as("auditor", reconciliation::differences)).isEmpty();
        logIn.run("board3.south", () -> opening.open(bid, Money.ofPounds(20_000)));
        assertThat(fixtures.voters(bid))
                .containsExactly("board2.south", "board3.south", "board4.south", "board5.south");
    }

    @Test
    void aTieThatNobodyCanBreakAnyMoreIsCountedAsItIs() {
        BidId bid = tied();

        logIn.run("chair.south", () -> declaration.declare(bid, ""));

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.REFUSED);
        assertThat(logIn.as("auditor", reconciliation::differences)).isEmpty();
    }

    @Test
    void aTieIsBrokenByTheViceChairOnceTheChairDeclaresAnInterest() {
        logIn.run(
                "admin",
                () -> rules.change(
                        new RulesOfTheBoard.Typed("SOUTH", 50, 3, Majority.SIMPLE, person("board3.south"), null)));
        BidId bid = tied();

        logIn.run("chair.south", () -> declaration.declare(bid, ""));

        assertThat(queues(bid)).containsExactly(person("board3.south").ownGroup());
        logIn.run("board3.south", () -> castingVote.give(bid, VoteChoice.APPROVE, ""));
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);
    }

    @Test
    void aDeclaredInterestBeforeTheBallotTakesTheMemberOut() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        logIn.run("board2.south", () -> declaration.declare(bid, "Governor of a member school"));

        logIn.run("chair.south", () -> opening.open(bid, Money.ofPounds(20_000)));

        assertThat(fixtures.voters(bid)).doesNotContain("board2.south");
        refusal("board2.south", () -> declaration.declare(bid, ""), "error.board.interest.DECLARED");
        refusal("chair.east", () -> declaration.declare(bid, ""), "error.accessRefused");
        logIn.run("board3.south", () -> declaration.declare(bid, ""));
        assertThat(fixtures.voters(bid)).doesNotContain("board3.south");
        vote(bid, VoteChoice.APPROVE, "board4.south");
        refusal("board4.south", () -> declaration.declare(bid, ""), "error.board.alreadyVoted");
    }
}
