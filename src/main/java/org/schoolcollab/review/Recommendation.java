package org.schoolcollab.review;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;

/**
 * A finished review of one revision.
 *
 * @param rubric what was checked and scored
 * @param adviser who decided it
 * @param said all that the adviser filled in
 * @param secondViews what other advisers thought of it before it bound
 * @param at when, in UTC
 */
public record Recommendation(
        BidId bid,
        int revision,
        Verdict verdict,
        Rubric rubric,
        PersonId adviser,
        String adviserName,
        ReviewDraft said,
        List<SecondView> secondViews,
        Instant at) {

    /** How a review ends. */
    public enum Verdict {
        RECOMMENDED,
        RETURNED
    }

    /** The amount; null where the plan was returned for changes. */
    public @Nullable Money recommended() {
        return verdict == Verdict.RECOMMENDED ? said.recommended() : null;
    }

    /** What the award should depend on; empty for none and where the plan was returned. */
    public String conditions() {
        return verdict == Verdict.RECOMMENDED ? said.conditions() : "";
    }

    /** What was said at places of the plan. */
    public List<PlanPoint> points() {
        return said.points();
    }

    public String comment() {
        return said.comment();
    }

    /** The sum of all scores, zero where none was given. */
    public int sumOfScores() {
        return rubric.scores().stream()
                .map(criterion -> said.score(criterion).score())
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
    }
}
