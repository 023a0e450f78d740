package org.schoolcollab.review;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.shared.Money;

/**
 * What advisers check and score in the bids of a round. A review keeps the version that it was begun with.
 *
 * @param version counts from 1 for each round
 * @param top the best score; the worst is {@link #BOTTOM}
 * @param checks the checklist, in order
 * @param scores what is scored with a reason, in order
 * @param secondViewAbove a recommendation above this amount needs a second adviser's view, zero for every one; null for none
 */
public record Rubric(
        UUID id,
        RoundId round,
        int version,
        int top,
        List<Criterion> checks,
        List<Criterion> scores,
        @Nullable Money secondViewAbove) {

    public static final int BOTTOM = 1;

    /** The best score of the standard. */
    public static final int STANDARD_TOP = 4;

    public Rubric {
        checks = List.copyOf(checks);
        scores = List.copyOf(scores);
    }

    /** What holds in a round as long as nobody has set anything else; has the same id wherever it is made. */
    public static Rubric standard(RoundId round) {
        return new Rubric(
                UUID.nameUUIDFromBytes(("review-rubric:" + round).getBytes(StandardCharsets.UTF_8)),
                round,
                1,
                STANDARD_TOP,
                Arrays.stream(CheckQuestion.values())
                        .map(question -> new Criterion(question.name(), null))
                        .toList(),
                Arrays.stream(ScoreCriterion.values())
                        .map(criterion -> new Criterion(criterion.name(), null))
                        .toList(),
                null);
    }

    /** Whether a recommendation of this amount needs a second adviser's view. */
    public boolean asksSecondView(Money recommended) {
        return secondViewAbove != null && recommended.isMoreThan(secondViewAbove);
    }

    /** The best sum of all scores. */
    public int topSum() {
        return top * scores.size();
    }
}
