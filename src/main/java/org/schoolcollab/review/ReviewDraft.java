package org.schoolcollab.review;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.shared.Money;

/**
 * What the adviser has filled in so far. Texts are plain and at most {@link #TEXT_LIMIT} characters.
 *
 * @param checks the checklist as far as it is answered, by the criterion's code
 * @param scores the scores as far as they are given, by the criterion's code
 * @param comment what the adviser thinks of the plan as a whole
 * @param recommended null until an amount is typed
 * @param conditions what the award should depend on; empty for none
 * @param points what is said at places of the plan; when the plan is returned, the lead answers those that ask for it
 */
public record ReviewDraft(
        Map<String, Check> checks,
        Map<String, Score> scores,
        String comment,
        @Nullable Money recommended,
        String conditions,
        List<PlanPoint> points) {

    public static final int TEXT_LIMIT = 2000;

    /** The most points of one review. */
    public static final int MOST_POINTS = 50;

    /** One question: the answer, null while open, and a note. */
    public record Check(@Nullable CheckAnswer answer, String note) {

        static final Check OPEN = new Check(null, "");
    }

    /** One criterion: the score, null while open, and the reason for it. */
    public record Score(@Nullable Integer score, String reason) {

        static final Score OPEN = new Score(null, "");
    }

    public ReviewDraft {
        checks = Map.copyOf(checks);
        scores = Map.copyOf(scores);
        points = List.copyOf(points);
    }

    public static ReviewDraft empty() {
        return new ReviewDraft(Map.of(), Map.of(), "", null, "", List.of());
    }

    /** Nothing but what the lead should change in the plan as a whole. */
    public static ReviewDraft returning(String words) {
        return new ReviewDraft(Map.of(), Map.of(), "", null, "", List.of(PlanPoint.toAnswer(words)));
    }

    /** The answer to a question, an open one where nothing was filled in. */
    public Check check(Criterion question) {
        return checks.getOrDefault(question.code(), Check.OPEN);
    }

    /** The score of a criterion, an open one where nothing was filled in. */
    public Score score(Criterion criterion) {
        return scores.getOrDefault(criterion.code(), Score.OPEN);
    }
}
