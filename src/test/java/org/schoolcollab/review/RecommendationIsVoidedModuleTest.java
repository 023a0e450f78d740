package org.schoolcollab.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSubmission;
import org.schoolcollab.bid.ConditionsOfAward;
import org.schoolcollab.bid.PlanDraft;
import org.schoolcollab.bid.PlanDrafting;
import org.schoolcollab.board.BallotOpening;
import org.schoolcollab.board.Referral;
import org.schoolcollab.shared.Money;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A change of the plan after the recommendation voids it. */
@PortalTest
class RecommendationIsVoidedModuleTest {

    private static final String LEAD = "lead.hythe-hub";

    @Autowired
    PlanReview review;

    @Autowired
    PlanDrafting drafting;

    @Autowired
    BidSubmission submission;

    @Autowired
    Referral referral;

    @Autowired
    BallotOpening opening;

    @Autowired
    List<ConditionsOfAward> conditions;

    @Autowired
    BidRegister bids;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    LogIn logIn;

    @Test
    void aPlanThatIsRecommendedCannotBeChangedAsLongAsTheRecommendationStands() {
        BidId bid = fixtures.completeDraft("hythe-hub");
        PlanDraft plan = logIn.as(LEAD, () -> drafting.open(bid).draft());
        logIn.run(LEAD, () -> fixtures.submit(bid));
        logIn.run("adviser.south", () -> review.recommend(bid, BidFixtures.completeReview(Money.ofPounds(20_000))));
        logIn.as(LEAD);

        assertThatThrownBy(() -> drafting.change(bid, UUID.randomUUID(), List.of()))
                .isInstanceOf(BidNotInStage.class);
        assertThatThrownBy(() -> drafting.restore(bid, 1, plan.version())).isInstanceOf(BidNotInStage.class);
        assertThatThrownBy(() -> submission.submit(bid)).isInstanceOf(BidNotInStage.class);
        assertThat(bids.get(bid).recommended()).isEqualTo(Money.ofPounds(20_000));
    }

    @Test
    void thePlanThatTheBoardSendsBackHasNoRecommendationUntilItIsReviewedAgain() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        ReviewDraft said = BidFixtures.completeReview(Money.ofPounds(20_000));
        logIn.run(
                "adviser.south",
                () -> review.recommend(
                        bid,
                        new ReviewDraft(
                                said.checks(),
                                said.scores(),
                                said.comment(),
                                said.recommended(),
                                "Report in March",
                                said.points())));
        assertThat(conditionsOf(bid)).contains("Report in March");
        logIn.run("chair.south", () -> referral.defer(bid, "Which pupils is the target about?"));

        assertThat(bids.get(bid).recommended()).isNull();
        assertThat(conditionsOf(bid)).isEmpty();
        logIn.run(LEAD, () -> fixtures.submit(bid));
        assertThat(bids.get(bid).recommended()).isNull();
        assertThatThrownBy(() -> logIn.run("chair.south", () -> opening.open(bid, Money.ofPounds(20_000))))
                .isInstanceOf(RuntimeException.class);
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.IN_REVIEW);
        assertThat(logIn.as("adviser.south", () -> review.draft(bid))).isEqualTo(ReviewDraft.empty());
    }

    private List<String> conditionsOf(BidId bid) {
        return conditions.stream()
                .flatMap(source -> source.conditionsOf(bid).stream())
                .toList();
    }
}
