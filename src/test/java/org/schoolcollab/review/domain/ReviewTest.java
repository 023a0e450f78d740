package org.schoolcollab.review.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.review.CheckAnswer;
import org.schoolcollab.review.CheckQuestion;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed;

class ReviewTest {

    private static final Instant NOW = Instant.parse("2014-06-20T09:00:00Z");
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
                .hasSize(CheckQuestion.values().length + 2)
                .containsEntry("checks.NEEDS.answer", "error.review.unanswered")
                .containsEntry("comment", "error.review.commentMissing")
                .containsEntry("recommended", "error.review.amountMissing");
    }

    @Test
    void whatIsNotAPlainYesNeedsANote() {
        Map<CheckQuestion, ReviewDraft.Check> checks =
                new HashMap<>(full(REQUESTED).checks());
        checks.put(CheckQuestion.TARGETS, new ReviewDraft.Check(CheckAnswer.PARTLY, ""));
        checks.put(CheckQuestion.BUDGET, new ReviewDraft.Check(CheckAnswer.NO, ""));
        checks.put(CheckQuestion.NEEDS, new ReviewDraft.Check(CheckAnswer.NO, "Nursery is missing"));

        assertThat(gaps(() -> review(new ReviewDraft(checks, "Good", REQUESTED, "", ""))
                        .recommend(REQUESTED, NOW)))
                .containsOnlyKeys("checks.TARGETS.note", "checks.BUDGET.note");
    }

    @Test
    void aReturnNeedsReasonsAndNothingElse() {
        assertThat(gaps(() -> review(full(REQUESTED)).returnForChanges(NOW)))
                .containsExactly(Map.entry("returnReasons", "error.review.reasonsMissing"));

        Review returned = review(new ReviewDraft(Map.of(), "", null, "", "Targets need a baseline"))
                .returnForChanges(NOW);
        assertThat(returned.status()).isEqualTo(Review.Status.RETURNED);
    }

    private static ReviewDraft full(@Nullable Money amount) {
        return new ReviewDraft(
                Arrays.stream(CheckQuestion.values())
                        .collect(Collectors.toMap(q -> q, q -> new ReviewDraft.Check(CheckAnswer.YES, ""))),
                "Sound plan",
                amount,
                "",
                "");
    }

    private static Review review(ReviewDraft draft) {
        PersonId adviser = PersonId.random();
        return Review.start(BidId.random(), 1, adviser, NOW).save(adviser, draft, NOW);
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
