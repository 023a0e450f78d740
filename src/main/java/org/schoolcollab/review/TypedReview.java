package org.schoolcollab.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.review.domain.Review;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;

/** Cleans what an adviser typed: only what the rubric asks for, texts of a length that fits, points at places that the plan has. */
final class TypedReview {

    private final List<Problem> gaps = new ArrayList<>();

    private TypedReview() {}

    /** @throws ValidationFailed naming everything that could not be kept */
    static ReviewDraft cleaned(ReviewDraft typed, Rubric rubric, PlanFields plan) {
        TypedReview review = new TypedReview();
        ReviewDraft cleaned = new ReviewDraft(
                review.checks(typed, rubric),
                review.scores(typed, rubric),
                review.text("comment", typed.comment()),
                typed.recommended(),
                review.text("conditions", typed.conditions()),
                review.points(typed, plan));
        if (!review.gaps.isEmpty()) {
            throw new ValidationFailed(review.gaps);
        }
        return cleaned;
    }

    private Map<String, ReviewDraft.Check> checks(ReviewDraft typed, Rubric rubric) {
        Map<String, ReviewDraft.Check> checks = new HashMap<>();
        for (Criterion question : rubric.checks()) {
            ReviewDraft.Check check = typed.checks().get(question.code());
            if (check != null) {
                String note = text(Review.noteField(question.code()), check.note());
                checks.put(question.code(), new ReviewDraft.Check(check.answer(), note));
            }
        }
        return checks;
    }

    private Map<String, ReviewDraft.Score> scores(ReviewDraft typed, Rubric rubric) {
        Map<String, ReviewDraft.Score> scores = new HashMap<>();
        for (Criterion criterion : rubric.scores()) {
            ReviewDraft.Score score = typed.scores().get(criterion.code());
            if (score != null) {
                String reason = text(Review.reasonField(criterion.code()), score.reason());
                scores.put(criterion.code(), new ReviewDraft.Score(score.score(), reason));
            }
        }
        return scores;
    }

    private List<PlanPoint> points(ReviewDraft typed, PlanFields plan) {
        if (typed.points().size() > ReviewDraft.MOST_POINTS) {
            gaps.add(Problem.of("points", "error.review.tooManyPoints", ReviewDraft.MOST_POINTS));
        }
        List<PlanPoint> points = new ArrayList<>();
        for (int i = 0; i < typed.points().size(); i++) {
            PlanPoint point = typed.points().get(i);
            String name = "points[" + i + "]";
            String words = text(name + ".words", point.words());
            if (words.isEmpty() && gaps.isEmpty()) {
                gaps.add(Problem.of(name + ".words", "error.review.pointEmpty"));
            }
            if (!point.place().isIn(plan)) {
                gaps.add(Problem.of(name + ".place", "error.review.pointPlace"));
            }
            String placeName = Texts.clean(point.placeName());
            points.add(new PlanPoint(
                    UUID.randomUUID(),
                    point.place(),
                    Texts.length(placeName) <= PlanPoint.NAME_LIMIT
                            ? placeName
                            : placeName.substring(0, placeName.offsetByCodePoints(0, PlanPoint.NAME_LIMIT)),
                    words,
                    point.toAnswer(),
                    null));
        }
        return points;
    }

    private String text(String field, String typed) {
        try {
            return Texts.atMost(ReviewDraft.TEXT_LIMIT, field, typed);
        } catch (ValidationFailed tooLong) {
            gaps.addAll(tooLong.problems());
            return "";
        }
    }
}
