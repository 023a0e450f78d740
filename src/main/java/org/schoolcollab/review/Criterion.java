package org.schoolcollab.review;

import org.jspecify.annotations.Nullable;

/**
 * A question of the checklist or a criterion that is scored.
 *
 * @param code names it within its rubric; of the standard ones a {@link CheckQuestion} or {@link ScoreCriterion}
 * @param words as the administrator wrote it; null where it reads as in the standard
 */
public record Criterion(String code, @Nullable String words) {

    /** The most characters that its words may have. */
    public static final int WORDS_LIMIT = 300;
}
