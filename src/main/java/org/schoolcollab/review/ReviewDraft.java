package org.schoolcollab.review;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.shared.Money;

/**
 * What the adviser has filled in so far. Texts are plain and at most {@link #TEXT_LIMIT} characters.
 *
 * @param checks the checklist as far as it is answered
 * @param comment what the adviser thinks of the plan as a whole
 * @param recommended null until an amount is typed
 * @param conditions what the award should depend on; empty for none
 * @param returnReasons what the lead should change; only used when the plan is returned
 */
public record ReviewDraft(
        Map<CheckQuestion, Check> checks,
        String comment,
        @Nullable Money recommended,
        String conditions,
        String returnReasons) {

    public static final int TEXT_LIMIT = 2000;

    /** One question: the answer, null while open, and a note. */
    public record Check(@Nullable CheckAnswer answer, String note) {

        static final Check OPEN = new Check(null, "");
    }

    public ReviewDraft {
        checks = Map.copyOf(checks);
    }

    public static ReviewDraft empty() {
        return new ReviewDraft(Map.of(), "", null, "", "");
    }

    /** The answer to a question, an open one where nothing was filled in. */
    public Check check(CheckQuestion question) {
        return checks.getOrDefault(question, Check.OPEN);
    }
}
