package org.schoolcollab.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.review.PlanReview;
import org.schoolcollab.shared.Money;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A bid goes back with questions, or to another board. */
@PortalTest
class ReferralModuleTest extends BallotScenes {

    @Autowired
    Referral referral;

    @Autowired
    PlanReview review;

    @Autowired
    org.schoolcollab.bid.BidSubmission submission;

    @Test
    void aDeferredBidGoesBackWithQuestionsAndIsReviewedAndDecidedAnew() {
        BidId bid = fixtures.recommendedBid("hythe-hub");

        logIn.run("chair.south", () -> referral.defer(bid, "Which pupils is the target about?"));

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.RETURNED);
        assertThat(bids.get(bid).revision()).isEqualTo(2);
        assertThat(bids.get(bid).recommended()).isNull();
        refusal("chair.south", () -> opening.open(bid, Money.ofPounds(1)), "error.workflow.doneByYourself");
        fixtures.consented(bid);
        logIn.run("lead.hythe-hub", () -> submission.submit(bid));
        logIn.run(
                "adviser.south",
                () -> review.recommend(bid, org.schoolcollab.bid.BidFixtures.completeReview(Money.ofPounds(19_000))));
        logIn.run("chair.south", () -> opening.open(bid, Money.ofPounds(19_000)));
        assertThat(board(bid)).containsEntry("revision", 2);
        fixtures.voteUntilDecided(bid, VoteChoice.APPROVE);
        assertThat(bids.get(bid).agreed()).isEqualTo(Money.ofPounds(19_000));
    }

    @Test
    void refusesToDeferWithoutQuestionsByOthersOrWhileABallotIsOpen() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        refusal("chair.south", () -> referral.defer(bid, " "), "error.validation");
        refusal("board2.south", () -> referral.defer(bid, "Why?"), "error.board.chairOpens");
        refusal("chair.east", () -> referral.defer(bid, "Why?"), "error.accessRefused");
        logIn.run("chair.south", () -> opening.open(bid, Money.ofPounds(20_000)));
        refusal("chair.south", () -> referral.defer(bid, "Why?"), "error.board.stillOpen");
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
    }

    @Test
    void tooFewMembersAreLeftSoTheBidPassesToTheBoardThatTheRulesName() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        refusal("chair.south", () -> referral.pass(bid, "No"), "error.board.enoughMembers");
        for (String member : List.of("board2.south", "board3.south", "board4.south")) {
            grant(member, headOf("head.hythe-hub"));
        }
        refusal("chair.south", () -> referral.pass(bid, "No"), "error.board.nowhereToPass");
        logIn.run(
                "admin", () -> rules.change(new RulesOfTheBoard.Typed("SOUTH", 50, 3, Majority.SIMPLE, null, "EAST")));

        logIn.run("chair.south", () -> referral.pass(bid, "Most of us lead schools in it"));

        assertThat(bids.get(bid).boardAreaCode()).isEqualTo("EAST");
        assertThat(bids.get(bid).areaCode()).isEqualTo("SOUTH");
        refusal("chair.south", () -> opening.open(bid, Money.ofPounds(1)), "error.accessRefused");
        refusal("board5.south", () -> voting.cast(bid, VoteChoice.APPROVE, ""), "error.accessRefused");
        logIn.run("chair.east", () -> opening.open(bid, Money.ofPounds(20_000)));
        assertThat(fixtures.voters(bid))
                .allMatch(voter -> voter.endsWith(".east"))
                .hasSize(6);
        fixtures.voteUntilDecided(bid, VoteChoice.APPROVE);
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);
        assertThat(funds.available(bids.get(bid).roundId(), "SOUTH")).isEqualTo(Money.ofPounds(380_000));
        assertThat(funds.available(bids.get(bid).roundId(), "EAST")).isEqualTo(Money.ofPounds(400_000));
    }
}
