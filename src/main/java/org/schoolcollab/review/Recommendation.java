package org.schoolcollab.review;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;

/**
 * A finished review of one revision.
 *
 * @param adviser who decided it
 * @param recommended the amount; null where the plan was returned for changes
 * @param at when, in UTC
 */
public record Recommendation(
        BidId bid,
        int revision,
        Verdict verdict,
        PersonId adviser,
        String adviserName,
        Map<CheckQuestion, ReviewDraft.Check> checks,
        String comment,
        @Nullable Money recommended,
        String conditions,
        String returnReasons,
        Instant at) {

    /** How a review ends. */
    public enum Verdict {
        RECOMMENDED,
        RETURNED
    }

    public ReviewDraft.Check check(CheckQuestion question) {
        return checks.getOrDefault(question, ReviewDraft.Check.OPEN);
    }
}
