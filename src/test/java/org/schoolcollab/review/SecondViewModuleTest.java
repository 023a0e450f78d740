package org.schoolcollab.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.PartTakers;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A recommendation that another adviser looks at before it binds. */
@PortalTest
class SecondViewModuleTest {

    private static final String FIRST = "adviser.south";
    private static final String SECOND = TwoAdvisers.COLLEAGUE;
    private static final Money AMOUNT = Money.ofPounds(20_000);

    @Autowired
    PlanReview review;

    @Autowired
    SecondViews secondViews;

    @Autowired
    RecommendationQueries recommendations;

    @Autowired
    @Qualifier("reviewers")
    PartTakers partTakers;

    @Autowired
    BidRegister bids;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    LogIn logIn;

    @Autowired
    People people;

    @Autowired
    TwoAdvisers advisers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aRecommendationDoesNotBindBeforeTheSecondView() {
        BidId bid = submitted(Money.ZERO);
        logIn.as(FIRST);
        assertThat(secondViews.isMissing(bid, BidFixtures.completeReview(AMOUNT)))
                .isTrue();
        assertThatThrownBy(() -> review.recommend(bid, BidFixtures.completeReview(AMOUNT)))
                .isInstanceOf(SecondViewRefused.class);
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.IN_REVIEW);

        secondViews.ask(bid, BidFixtures.completeReview(AMOUNT));
        assertThat(reviewerOf(bid)).as("on the second adviser's own task").isEqualTo(SECOND);
        logIn.run(SECOND, () -> secondViews.give(bid, false, "I would give 18,000"));

        assertThat(reviewerOf(bid)).isEqualTo(FIRST);
        review.recommend(bid, BidFixtures.completeReview(AMOUNT));
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
        assertThat(recommendations.latest(bid).orElseThrow().secondViews())
                .extracting(SecondView::agrees, SecondView::words)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(false, "I would give 18,000"));
        assertThat(actions(bid))
                .containsSubsequence("review.secondViewAsked", "review.secondViewGiven", "review.recommended");
    }

    @Test
    void aViewOfAnotherAmountDoesNotCount() {
        BidId bid = submitted(Money.ZERO);
        logIn.run(FIRST, () -> secondViews.ask(bid, BidFixtures.completeReview(AMOUNT)));
        logIn.run(SECOND, () -> secondViews.give(bid, true, "Sound"));
        logIn.as(FIRST);

        assertThatThrownBy(() -> review.recommend(bid, BidFixtures.completeReview(AMOUNT.plus(Money.ofPence(1)))))
                .isInstanceOf(SecondViewRefused.class);
    }

    @Test
    void aViewOfOtherAnswersScoresOrConditionsDoesNotCountOfOtherWordsItDoes() {
        BidId bid = submitted(Money.ZERO);
        ReviewDraft judged = BidFixtures.completeReview(AMOUNT);
        logIn.run(FIRST, () -> secondViews.ask(bid, judged));
        logIn.run(SECOND, () -> secondViews.give(bid, true, "Sound"));
        logIn.as(FIRST);
        Map<String, ReviewDraft.Score> scores = new HashMap<>(judged.scores());
        scores.put("IMPACT", new ReviewDraft.Score(4, "The plan shows it."));
        Map<String, ReviewDraft.Check> checks = new HashMap<>(judged.checks());
        checks.put("NEEDS", new ReviewDraft.Check(CheckAnswer.NO, "Not yet"));

        for (ReviewDraft other : List.of(
                with(judged, judged.checks(), scores, judged.comment(), ""),
                with(judged, checks, judged.scores(), judged.comment(), ""),
                with(judged, judged.checks(), judged.scores(), judged.comment(), "Only after June"))) {
            assertThat(secondViews.isMissing(bid, other)).isTrue();
            assertThatThrownBy(() -> review.recommend(bid, other)).isInstanceOf(SecondViewRefused.class);
        }
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.IN_REVIEW);

        review.recommend(bid, with(judged, judged.checks(), judged.scores(), "Said better", " "));
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
    }

    @Test
    void aViewFromBeforeThePartsWereKeptIsOfItsAmount() {
        BidId bid = submitted(Money.ZERO);
        ReviewDraft judged = BidFixtures.completeReview(AMOUNT);
        logIn.run(FIRST, () -> secondViews.ask(bid, judged));
        logIn.run(SECOND, () -> secondViews.give(bid, true, "Sound"));
        jdbc.sql("update review_second_view set judged = null").update();
        logIn.as(FIRST);

        review.recommend(bid, with(judged, judged.checks(), judged.scores(), judged.comment(), "Only after June"));
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
    }

    private static ReviewDraft with(
            ReviewDraft draft,
            Map<String, ReviewDraft.Check> checks,
            Map<String, ReviewDraft.Score> scores,
            String comment,
            String conditions) {
        return new ReviewDraft(checks, scores, comment, draft.recommended(), conditions, draft.points());
    }

    @Test
    void isAskedForOnlyAboveTheAmountThatTheRoundSays() {
        BidId bid = submitted(AMOUNT);
        logIn.as(FIRST);

        assertThat(secondViews.isMissing(bid, BidFixtures.completeReview(AMOUNT)))
                .isFalse();
        assertThat(secondViews.isMissing(bid, BidFixtures.completeReview(AMOUNT.plus(Money.ofPence(1)))))
                .isTrue();
        assertThatThrownBy(() -> secondViews.ask(bid, BidFixtures.completeReview(AMOUNT)))
                .isInstanceOf(SecondViewRefused.class);
        review.recommend(bid, BidFixtures.completeReview(AMOUNT));
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
    }

    @Test
    void theSecondAdviserOnlyGivesAViewAndTookPartInTheReview() {
        BidId bid = submitted(Money.ZERO);
        logIn.run(FIRST, () -> secondViews.ask(bid, BidFixtures.completeReview(AMOUNT)));
        logIn.as(SECOND);

        assertThatThrownBy(() -> review.draft(bid)).isInstanceOf(SecondViewRefused.class);
        assertThatThrownBy(() -> review.recommend(bid, BidFixtures.completeReview(AMOUNT)))
                .isInstanceOf(SecondViewRefused.class);
        assertThat(secondViews.toJudge(bid).recommended()).isEqualTo(AMOUNT);
        assertThatThrownBy(() -> secondViews.give(bid, true, " ")).isInstanceOf(ValidationFailed.class);
        secondViews.give(bid, true, "Sound");
        assertThatThrownBy(() -> secondViews.give(bid, true, "Again")).isInstanceOf(SecondViewRefused.class);
        assertThat(partTakers.tookPart(bid, idOf(SECOND))).isTrue();
    }

    @Test
    void whoeverGaveTheViewAndGetsTheReviewNeedsAViewOfSomebodyElse() {
        BidId bid = submitted(Money.ZERO);
        logIn.run(FIRST, () -> secondViews.ask(bid, BidFixtures.completeReview(AMOUNT)));
        transaction.executeWithoutResult(status -> people.replaceGrants(idOf(FIRST), Set.of()));
        logIn.as(SECOND);

        assertThat(secondViews.give(bid, true, "Sound"))
                .as("the review goes back")
                .isFalse();

        assertThat(reviewerOf(bid)).isEqualTo(SECOND);
        assertThat(secondViews.isMissing(bid, BidFixtures.completeReview(AMOUNT)))
                .isTrue();
        assertThatThrownBy(() -> review.recommend(bid, BidFixtures.completeReview(AMOUNT)))
                .isInstanceOf(SecondViewRefused.class);
        assertThatThrownBy(() -> secondViews.ask(bid, BidFixtures.completeReview(AMOUNT)))
                .as("there is no third adviser")
                .isInstanceOf(SecondViewRefused.class);
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.IN_REVIEW);
    }

    @Test
    void aReviewThatIsAssignedAnewToWhoGaveTheViewNeedsAnotherView() {
        BidId bid = submitted(Money.ZERO);
        logIn.run(FIRST, () -> secondViews.ask(bid, BidFixtures.completeReview(AMOUNT)));
        logIn.run(SECOND, () -> assertThat(secondViews.give(bid, true, "Sound")).isTrue());
        transaction.executeWithoutResult(status -> people.replaceGrants(idOf(FIRST), Set.of()));
        assertThat(reviewerOf(bid)).isEqualTo(SECOND);
        logIn.as(SECOND);

        assertThatThrownBy(() -> review.recommend(bid, BidFixtures.completeReview(AMOUNT)))
                .isInstanceOf(SecondViewRefused.class);
    }

    @Test
    void refusesViewsOfOthersAndAsksNobodyWithAnInterest() {
        BidId bid = submitted(Money.ZERO);
        logIn.as(FIRST);
        assertThatThrownBy(() -> secondViews.give(bid, true, "My own")).isInstanceOf(SecondViewRefused.class);
        logIn.as("adviser.north");
        assertThatThrownBy(() -> secondViews.give(bid, true, "From afar")).isInstanceOf(AccessRefused.class);
        RoleGrant head = people.grantsOf(idOf("head.hythe-hub")).stream()
                .filter(grant -> grant.role() == Role.HEADTEACHER)
                .findFirst()
                .orElseThrow();
        transaction.executeWithoutResult(status -> people.grant(idOf(SECOND), head));

        logIn.as(FIRST);
        assertThatThrownBy(() -> secondViews.ask(bid, BidFixtures.completeReview(AMOUNT)))
                .isInstanceOf(SecondViewRefused.class);
        assertThat(reviewerOf(bid)).isEqualTo(FIRST);
    }

    @Test
    void refusesToAskForAViewOfAnUnfinishedRecommendation() {
        BidId bid = submitted(Money.ZERO);
        logIn.as(FIRST);

        assertThatThrownBy(() -> secondViews.ask(bid, ReviewDraft.empty())).isInstanceOf(ValidationFailed.class);
    }

    /** A bid with the first adviser in a round that asks for second views above an amount; there is a colleague. */
    private BidId submitted(@Nullable Money above) {
        BidId bid = fixtures.completeDraft("hythe-hub");
        advisers.seenTwice(bids.get(bid).roundId(), above);
        logIn.run("lead.hythe-hub", () -> fixtures.submit(bid));
        advisers.add();
        return bid;
    }

    private PersonId idOf(String username) {
        return people.principal(username).orElseThrow().actor().id();
    }

    private String reviewerOf(BidId bid) {
        return jdbc.sql("""
                        select p.username from inbox_work_item i join security_person p on p.id = i.claimed_by
                        where i.bid_id = ? and i.state = 'OPEN'""").param(bid.toString()).query(String.class).single();
    }

    private List<String> actions(BidId bid) {
        return jdbc.sql("select action from audit_record where bid_id = ? order by id")
                .param(bid.toString())
                .query(String.class)
                .list();
    }
}
