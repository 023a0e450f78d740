package org.schoolcollab.review.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.review.CheckAnswer;
import org.schoolcollab.review.Criterion;
import org.schoolcollab.review.PlanPoint;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.review.Rubric;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;

/** The review of one revision. A draft may hold anything; a recommendation or return is checked as a whole. */
public record Review(
        UUID id,
        BidId bid,
        int revision,
        Rubric rubric,
        Status status,
        PersonId adviser,
        ReviewDraft draft,
        Instant savedAt,
        @Nullable Instant decidedAt) {

    /** Where a review stands. */
    public enum Status {
        DRAFT,
        RECOMMENDED,
        RETURNED
    }

    public static Review start(BidId bid, int revision, Rubric rubric, PersonId adviser, Instant now) {
        return new Review(
                UUID.randomUUID(), bid, revision, rubric, Status.DRAFT, adviser, ReviewDraft.empty(), now, null);
    }

    public Review save(PersonId by, ReviewDraft filledIn, Instant now) {
        return new Review(id, bid, revision, rubric, Status.DRAFT, by, filledIn, now, null);
    }

    /** What is missing for a recommendation: it answers the whole checklist, gives every score with a reason and asks at most for what was requested. */
    public List<Problem> recommendationGaps(Money requested) {
        List<Problem> gaps = new ArrayList<>();
        for (Criterion question : rubric.checks()) {
            ReviewDraft.Check check = draft.check(question);
            if (check.answer() == null) {
                gaps.add(Problem.of(answerField(question.code()), "error.review.unanswered"));
            } else if (check.answer() != CheckAnswer.YES && check.note().isEmpty()) {
                gaps.add(Problem.of(noteField(question.code()), "error.review.noteMissing"));
            }
        }
        for (Criterion criterion : rubric.scores()) {
            ReviewDraft.Score score = draft.score(criterion);
            Integer given = score.score();
            if (given == null || given < Rubric.BOTTOM || given > rubric.top()) {
                gaps.add(
                        Problem.of(scoreField(criterion.code()), "error.review.unscored", Rubric.BOTTOM, rubric.top()));
            }
            if (score.reason().isEmpty()) {
                gaps.add(Problem.of(reasonField(criterion.code()), "error.review.scoreReasonMissing"));
            }
        }
        if (draft.comment().isEmpty()) {
            gaps.add(Problem.of("comment", "error.review.commentMissing"));
        }
        Money amount = draft.recommended();
        if (amount == null) {
            gaps.add(Problem.of("recommended", "error.review.amountMissing"));
        } else if (!amount.isPositive()) {
            gaps.add(Problem.of("recommended", "error.review.amountZero"));
        } else if (amount.isMoreThan(requested)) {
            gaps.add(Problem.of("recommended", "error.review.aboveRequest", requested.format()));
        }
        return gaps;
    }

    /** What is missing for a return. */
    public List<Problem> returnGaps() {
        return draft.points().stream().noneMatch(PlanPoint::toAnswer)
                ? List.of(Problem.of("points[0].words", "error.review.reasonsMissing"))
                : List.of();
    }

    /** @throws ValidationFailed naming every gap */
    public Review recommend(Money requested, Instant now) {
        refuse(recommendationGaps(requested));
        return new Review(id, bid, revision, rubric, Status.RECOMMENDED, adviser, draft, now, now);
    }

    /** @throws ValidationFailed where nothing is said that the lead should change */
    public Review returnForChanges(Instant now) {
        refuse(returnGaps());
        return new Review(id, bid, revision, rubric, Status.RETURNED, adviser, draft, now, now);
    }

    /** The name of a question's answer among the fields of the form. */
    public static String answerField(String code) {
        return "checks." + code + ".answer";
    }

    /** The name of a question's note among the fields of the form. */
    public static String noteField(String code) {
        return "checks." + code + ".note";
    }

    /** The name of a criterion's score among the fields of the form. */
    public static String scoreField(String code) {
        return "scores." + code + ".score";
    }

    /** The name of a score's reason among the fields of the form. */
    public static String reasonField(String code) {
        return "scores." + code + ".reason";
    }

    private static void refuse(List<Problem> gaps) {
        if (!gaps.isEmpty()) {
            throw new ValidationFailed(gaps);
        }
    }
}
