package org.schoolcollab.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPlans;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSubmission;
import org.schoolcollab.bid.PlanPlace;
import org.schoolcollab.bid.PlanPoints;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A plan comes back with points, and goes on once each is answered. */
@PortalTest
class PointAnswersModuleTest {

    @Autowired
    PlanReview review;

    @Autowired
    PointAnswers answers;

    @Autowired
    RecommendationQueries reviews;

    @Autowired
    PlanPoints points;

    @Autowired
    BidSubmission submission;

    @Autowired
    BidPlans plans;

    @Autowired
    BidRegister bids;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @Test
    void refusesASubmissionBeforeEveryPointIsAnswered() {
        BidId bid = returned();
        logIn.as("lead.hythe-hub");
        assertThat(submission.gaps(bid))
                .extracting(ValidationFailed.Problem::field)
                .containsExactly("points");
        assertThatThrownBy(() -> submission.submit(bid)).isInstanceOf(ValidationFailed.class);

        UUID first = answers.open(bid).getFirst().id();
        answers.answer(bid, first, true, "The baseline is that of May 🏫");
        assertThatThrownBy(() -> submission.submit(bid)).isInstanceOf(ValidationFailed.class);

        answers.answer(bid, answers.open(bid).get(1).id(), false, "No school can spare more");
        submission.submit(bid);
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.IN_REVIEW);
    }

    @Test
    void theAdviserReadsEachAnswerAndTheRemarkNeedsNone() {
        BidId bid = returned();
        fixtures.answerAndSubmit(bid, "hythe-hub");

        logIn.as("adviser.south");
        assertThat(reviews.latest(bid).orElseThrow().points())
                .extracting(
                        PlanPoint::words,
                        point -> point.answer() == null ? "" : point.answer().words())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Which year is it from?", "Changed as you asked."),
                        org.assertj.core.groups.Tuple.tuple("Ask for less", "Changed as you asked."),
                        org.assertj.core.groups.Tuple.tuple("A good target otherwise", ""));
        assertThat(answersOf(bid)).isEqualTo(2);
    }

    @Test
    void aPointKnowsItsFieldOfThePlan() {
        BidId bid = returned();
        logIn.as("lead.hythe-hub");

        PlanPoints.Point point = points.of(bid).getFirst();

        assertThat(point.place().section()).isEqualTo(PlanSection.TARGETS);
        assertThat(point.place().field()).isEqualTo("baseline");
        assertThat(point.place().typed(plans.fields(bid))).contains("78");
        assertThat(point.placeName()).isEqualTo("Targets – Baseline");
    }

    @Test
    void anAnswerMayBeChangedUntilThePlanGoesOnAndNotAfterwards() {
        BidId bid = returned();
        logIn.as("lead.hythe-hub");
        UUID first = answers.open(bid).getFirst().id();
        answers.answer(bid, first, false, "We do not know");
        answers.answer(bid, first, true, "We found out");
        assertThat(answers.open(bid).getFirst().answer()).satisfies(answer -> {
            assertThat(answer).isNotNull();
            assertThat(java.util.Objects.requireNonNull(answer).words()).isEqualTo("We found out");
        });

        fixtures.answerAndSubmit(bid, "hythe-hub");

        logIn.as("lead.hythe-hub");
        assertThat(answers.open(bid)).isEmpty();
        assertThatThrownBy(() -> answers.answer(bid, first, true, "Once more")).isInstanceOf(PointNotAsked.class);
    }

    @Test
    void refusesAnAnswerWithoutWordsOfAnotherBidOrByAnotherLead() {
        BidId bid = returned();
        logIn.as("lead.hythe-hub");
        UUID first = answers.open(bid).getFirst().id();
        UUID remark = answers.open(bid).getLast().id();
        BidId other = fixtures.submittedBid("deal-learning-alliance");

        assertThatThrownBy(() -> answers.answer(bid, first, true, " \t ")).isInstanceOf(ValidationFailed.class);
        assertThatThrownBy(() -> answers.answer(bid, remark, true, "Thanks")).isInstanceOf(PointNotAsked.class);
        logIn.as("lead.deal-learning-alliance");
        assertThatThrownBy(() -> answers.answer(bid, first, true, "Mine")).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> answers.answer(other, first, true, "Mine")).isInstanceOf(PointNotAsked.class);
        assertThat(answersOf(bid)).isZero();
    }

    @Test
    void refusesAPlaceThatThePlanDoesNotHaveAndAPointWithoutWords() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        logIn.as("adviser.south");
        PlanPlace nowhere =
                PlanPlace.field(PlanSection.TARGETS, UUID.randomUUID().toString(), "baseline");

        assertThatThrownBy(() -> review.returnForChanges(
                        bid, draft(new PlanPoint(UUID.randomUUID(), nowhere, "Gone", "Where?", true, null))))
                .isInstanceOfSatisfying(
                        ValidationFailed.class,
                        failed ->
                                assertThat(failed.problems().getFirst().field()).isEqualTo("points[0].place"));
        assertThatThrownBy(() -> review.returnForChanges(bid, draft(PlanPoint.toAnswer(" "))))
                .isInstanceOf(ValidationFailed.class);
        assertThatThrownBy(() -> review.returnForChanges(
                        bid,
                        draft(new PlanPoint(
                                UUID.randomUUID(), PlanPlace.wholePlan(), "", "Only a remark", false, null))))
                .isInstanceOf(ValidationFailed.class);
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.IN_REVIEW);
    }

    /** A bid that came back with a point at a field, one about the plan as a whole, and a remark. */
    private BidId returned() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        String target = plans.fields(bid).lines(PlanSection.TARGETS).getFirst().id();
        logIn.run(
                "adviser.south",
                () -> review.returnForChanges(
                        bid,
                        draft(
                                new PlanPoint(
                                        UUID.randomUUID(),
                                        PlanPlace.field(PlanSection.TARGETS, target, "baseline"),
                                        "Targets – Baseline",
                                        "Which year is it from?",
                                        true,
                                        null),
                                PlanPoint.toAnswer("Ask for less"),
                                new PlanPoint(
                                        UUID.randomUUID(),
                                        new PlanPlace(PlanSection.TARGETS, null, null),
                                        "Targets",
                                        "A good target otherwise",
                                        false,
                                        null))));
        return bid;
    }

    private static ReviewDraft draft(PlanPoint... points) {
        return new ReviewDraft(Map.of(), Map.of(), "", null, "", List.of(points));
    }

    private int answersOf(BidId bid) {
        return jdbc.sql("select count(*) from audit_record where bid_id = ? and action = 'review.pointAnswered'")
                .param(bid.toString())
                .query(Integer.class)
                .single();
    }
}
