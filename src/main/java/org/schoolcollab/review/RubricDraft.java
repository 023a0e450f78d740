package org.schoolcollab.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.shared.Money;

/**
 * A rubric as an administrator writes it.
 *
 * @param checks criteria with an empty code are new
 * @param scores like the checks; at least one
 * @param secondViewAbove like {@link Rubric#secondViewAbove}
 */
public record RubricDraft(
        int top,
        List<Criterion> checks,
        List<Criterion> scores,
        @Nullable Money secondViewAbove) {

    public RubricDraft {
        checks = List.copyOf(checks);
        scores = List.copyOf(scores);
    }

    /** What holds now, to be changed. */
    public static RubricDraft of(Rubric rubric) {
        return new RubricDraft(rubric.top(), rubric.checks(), rubric.scores(), rubric.secondViewAbove());
    }
}
