package org.schoolcollab.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.PartTakers;
import org.schoolcollab.bid.PlanNotice;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class PlanReviewModuleTest {

    @Autowired
    PlanReview review;

    @Autowired
    RecommendationQueries recommendations;

    @Autowired
    @Qualifier("returnsOfThePlan")
    PlanNotice notice;

    @Autowired
    Reviewers reviewers;

    @Autowired
    BidRegister bids;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    LogIn logIn;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aDraftIsKeptHoweverIncomplete() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        logIn.as("adviser.south");

        review.saveDraft(
                bid,
                new ReviewDraft(
                        Map.of(
                                "NEEDS", new ReviewDraft.Check(CheckAnswer.PARTLY, "Ŵhere is Year 6? 🏫"),
                                "BUDGET", new ReviewDraft.Check(null, "to be asked")),
                        Map.of(),
                        "",
                        null,
                        "",
                        List.of()));

        ReviewDraft draft = review.draft(bid);
        assertThat(draft.checks().get("NEEDS"))
                .isEqualTo(new ReviewDraft.Check(CheckAnswer.PARTLY, "Ŵhere is Year 6? 🏫"));
        assertThat(draft.checks().get("BUDGET")).isEqualTo(new ReviewDraft.Check(null, "to be asked"));
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.IN_REVIEW);
        assertThat(recommendations.latest(bid)).isEmpty();
    }

    @Test
    void recommendingMovesTheBidToItsBoardAndIsRecorded() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        logIn.as("adviser.south");

        review.recommend(bid, BidFixtures.completeReview(Money.ofPounds(20_000)));

        BidSummary after = bids.get(bid);
        assertThat(after.status()).isEqualTo(BidStatus.BEFORE_BOARD);
        assertThat(after.recommended()).isEqualTo(Money.ofPounds(20_000));
        assertThat(recommendations.latest(bid))
                .hasValueSatisfying(latest -> assertThat(latest.recommended()).isEqualTo(Money.ofPounds(20_000)));
        assertThat(actions(bid)).contains("review.recommended");
    }

    @Test
    void aRefusedRecommendationChangesNothing() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        logIn.as("adviser.south");

        assertThatThrownBy(() -> review.recommend(bid, BidFixtures.completeReview(Money.ofPence(2_100_001))))
                .isInstanceOf(ValidationFailed.class);

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.IN_REVIEW);
        assertThat(jdbc.sql("select count(*) from review_review")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aNewRevisionIsReviewedAfreshAndTheOldReviewStays() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        logIn.as("adviser.south");
        review.returnForChanges(bid, ReviewDraft.returning("Baselines are missing"));
        fixtures.answerAndSubmit(bid, "hythe-hub");

        assertThat(review.draft(bid)).isEqualTo(ReviewDraft.empty());
        review.recommend(bid, BidFixtures.completeReview(Money.ofPounds(21_000)));

        assertThat(recommendations.all(bid))
                .extracting(Recommendation::revision, Recommendation::verdict, said -> words(said))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, Recommendation.Verdict.RECOMMENDED, ""),
                        org.assertj.core.groups.Tuple.tuple(
                                1, Recommendation.Verdict.RETURNED, "Baselines are missing"));
    }

    @Test
    void theLeadReadsWhyThePlanCameBack() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        logIn.run(
                "adviser.south",
                () -> review.returnForChanges(bid, ReviewDraft.returning("Baselines <b>are</b> missing")));

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.RETURNED);
        assertThat(notice.of(bid))
                .extracting(PlanNotice.Returned::reasons)
                .containsExactly("Baselines <b>are</b> missing");
    }

    @Test
    void refusesTenThousandCharactersAndNamesEveryField() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        logIn.as("adviser.south");
        String tooLong = "x".repeat(10_000);

        assertThatThrownBy(() -> review.saveDraft(
                        bid,
                        new ReviewDraft(
                                Map.of("NEEDS", new ReviewDraft.Check(null, tooLong)),
                                Map.of("IMPACT", new ReviewDraft.Score(2, tooLong)),
                                tooLong,
                                null,
                                tooLong,
                                List.of(PlanPoint.toAnswer(tooLong)))))
                .isInstanceOfSatisfying(
                        ValidationFailed.class,
                        failed -> assertThat(failed.problems())
                                .extracting(ValidationFailed.Problem::field)
                                .containsExactlyInAnyOrder(
                                        "checks.NEEDS.note",
                                        "scores.IMPACT.reason",
                                        "comment",
                                        "conditions",
                                        "points[0].words"));
    }

    @Test
    void refusesTheAdviserOfAnotherDistrictAndRecordsIt() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        logIn.as("adviser.east");

        assertThatThrownBy(() -> review.draft(bid)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> review.recommend(bid, BidFixtures.completeReview(Money.ofPounds(1))))
                .isInstanceOf(AccessRefused.class);
        assertThat(jdbc.sql("select count(*) from audit_record where action = 'access.refused'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void refusesAnAdviserWhoLeadsTheCollaboration() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        grant(
                "adviser.south",
                new RoleGrant(
                        Role.COLLABORATION_LEAD,
                        Scope.collaboration(bids.get(bid).collaborationId().value())));
        logIn.as("adviser.south");

        assertThatThrownBy(() -> review.draft(bid))
                .isInstanceOf(AdviserHasAnInterest.class)
                .hasMessageContaining("LEADS_COLLABORATION");
    }

    @Test
    void refusesAnAdviserWhoLeadsAMemberSchool() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        RoleGrant head = people
                .grantsOf(
                        people.principal("head.hythe-hub").orElseThrow().actor().id())
                .stream()
                .filter(grant -> grant.role() == Role.HEADTEACHER)
                .findFirst()
                .orElseThrow();
        grant("adviser.south", head);
        logIn.as("adviser.south");

        assertThatThrownBy(() -> review.recommend(bid, BidFixtures.completeReview(Money.ofPounds(1))))
                .isInstanceOf(AdviserHasAnInterest.class)
                .hasMessageContaining("HEADTEACHER_OF_MEMBER");
    }

    @Test
    void refusesASecondRecommendation() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        logIn.as("adviser.south");

        assertThatThrownBy(() -> review.recommend(bid, BidFixtures.completeReview(Money.ofPounds(1))))
                .isInstanceOf(BidNotInStage.class);
        assertThatThrownBy(() -> review.returnForChanges(bid, ReviewDraft.empty()))
                .isInstanceOf(BidNotInStage.class);
        assertThatThrownBy(() -> review.saveDraft(bid, ReviewDraft.empty())).isInstanceOf(BidNotInStage.class);
        assertThat(bids.get(bid).recommended()).isEqualTo(Money.ofPounds(21_000));
    }

    @Test
    void theReviewerIsKnownAsAPartTaker() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        PartTakers part = reviewers;

        assertThat(part.tookPart(
                        bid,
                        people.principal("adviser.south").orElseThrow().actor().id()))
                .isTrue();
        assertThat(part.tookPart(
                        bid,
                        people.principal("adviser.east").orElseThrow().actor().id()))
                .isFalse();
    }

    private static String words(Recommendation said) {
        return said.points().stream().map(PlanPoint::words).collect(Collectors.joining());
    }

    private void grant(String username, RoleGrant grant) {
        transaction.executeWithoutResult(status ->
                people.grant(people.principal(username).orElseThrow().actor().id(), grant));
    }

    private List<String> actions(BidId bid) {
        return jdbc.sql("select action from audit_record where bid_id = ? order by id")
                .param(bid.toString())
                .query(String.class)
                .list();
    }
}
