package org.schoolcollab.review.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.review.CheckAnswer;
import org.schoolcollab.review.CheckQuestion;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.review.Rubric;
import org.schoolcollab.review.ScoreCriterion;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed;

class ReviewTest {

    private static final Instant NOW = Instant.parse("2014-06-20T09:00:00Z");
    private static final Rubric RUBRIC = Rubric.standard(RoundId.random());
    private static final Money REQUESTED = Money.ofPounds(21_000);

    @Test
    void recommendsTheWholeRequest() {
        Review review = review(full(REQUESTED)).recommend(REQUESTED, NOW);

        assertThat(review.status()).isEqualTo(Review.Status.RECOMMENDED);
        assertThat(review.decidedAt()).isEqualTo(NOW);
    }

    @Test
    void refusesOnePennyAboveTheRequest() {
        Review review = review(full(REQUESTED.plus(Money.ofPence(1))));

        assertThat(gaps(() -> review.recommend(REQUESTED, NOW)))
                .containsExactly(Map.entry("recommended", "error.review.aboveRequest"));
    }

    @Test
    void refusesNothingAsARecommendedAmount() {
        assertThat(gaps(() -> review(full(Money.ZERO)).recommend(REQUESTED, NOW)))
                .containsExactly(Map.entry("recommended", "error.review.amountZero"));
        assertThat(gaps(() -> review(full(null)).recommend(REQUESTED, NOW)))
                .containsExactly(Map.entry("recommended", "error.review.amountMissing"));
    }

    @Test
    void anEmptyReviewNamesEveryGapAtOnce() {
        assertThat(gaps(() -> review(ReviewDraft.empty()).recommend(REQUESTED, NOW)))
                .hasSize(CheckQuestion.values().length + 2 * ScoreCriterion.values().length + 2)
                .containsEntry("checks.NEEDS.answer", "error.review.unanswered")
                .containsEntry("comment", "error.review.commentMissing")
                .containsEntry("recommended", "error.review.amountMissing");
    }

    @Test
    void whatIsNotAPlainYesNeedsANote() {
        Map<String, ReviewDraft.Check> checks = new HashMap<>(full(REQUESTED).checks());
        checks.put(CheckQuestion.TARGETS.name(), new ReviewDraft.Check(CheckAnswer.PARTLY, ""));
        checks.put(CheckQuestion.BUDGET.name(), new ReviewDraft.Check(CheckAnswer.NO, ""));
        checks.put(CheckQuestion.NEEDS.name(), new ReviewDraft.Check(CheckAnswer.NO, "Nursery is missing"));

        assertThat(gaps(() -> review(
                                new ReviewDraft(checks, full(REQUESTED).scores(), "Good", REQUESTED, "", List.of()))
                        .recommend(REQUESTED, NOW)))
                .containsOnlyKeys("checks.TARGETS.note", "checks.BUDGET.note");
    }

    @Test
    void everyScoreNeedsAReasonAndStaysOnTheScaleOfTheRubric() {
        Map<String, ReviewDraft.Score> scores = new HashMap<>(full(REQUESTED).scores());
        scores.put("NEED", new ReviewDraft.Score(Rubric.STANDARD_TOP + 1, "Beyond the best"));
        scores.put("IMPACT", new ReviewDraft.Score(0, "Below the worst"));
        scores.put("VALUE", new ReviewDraft.Score(1, ""));
        scores.remove("LASTING");

        ReviewDraft draft = new ReviewDraft(full(REQUESTED).checks(), scores, "Good", REQUESTED, "", List.of());

        assertThat(gaps(() -> review(draft).recommend(REQUESTED, NOW)))
                .containsOnly(
                        Map.entry("scores.NEED.score", "error.review.unscored"),
                        Map.entry("scores.IMPACT.score", "error.review.unscored"),
                        Map.entry("scores.VALUE.reason", "error.review.scoreReasonMissing"),
                        Map.entry("scores.LASTING.score", "error.review.unscored"),
                        Map.entry("scores.LASTING.reason", "error.review.scoreReasonMissing"));
    }

    @Test
    void aReturnNeedsReasonsAndNothingElse() {
        assertThat(gaps(() -> review(full(REQUESTED)).returnForChanges(NOW)))
                .containsExactly(Map.entry("points[0].words", "error.review.reasonsMissing"));

        Review returned =
                review(ReviewDraft.returning("Targets need a baseline")).returnForChanges(NOW);
        assertThat(returned.status()).isEqualTo(Review.Status.RETURNED);
    }

    private static ReviewDraft full(@Nullable Money amount) {
        return new ReviewDraft(
                Arrays.stream(CheckQuestion.values())
                        .collect(Collectors.toMap(Enum::name, q -> new ReviewDraft.Check(CheckAnswer.YES, ""))),
                Arrays.stream(ScoreCriterion.values())
                        .collect(Collectors.toMap(Enum::name, c -> new ReviewDraft.Score(4, "Seen in the plan"))),
                "Sound plan",
                amount,
                "",
                List.of());
    }

    private static Review review(ReviewDraft draft) {
        PersonId adviser = PersonId.random();
        return Review.start(BidId.random(), 1, RUBRIC, adviser, NOW).save(adviser, draft, NOW);
    }

    private static Map<String, String> gaps(org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        Throwable thrown = Assertions.catchThrowable(step);
        assertThatThrownBy(step).isInstanceOf(ValidationFailed.class);
        return ((ValidationFailed) java.util.Objects.requireNonNull(thrown))
                .problems().stream()
                        .collect(Collectors.toMap(
                                ValidationFailed.Problem::field, ValidationFailed.Problem::messageKey));
    }
}
