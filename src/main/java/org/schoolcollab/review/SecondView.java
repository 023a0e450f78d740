package org.schoolcollab.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;

/**
 * Another adviser's view of a recommendation before it binds.
 *
 * @param adviser who gave it, or was asked for it
 * @param askedBy the adviser who recommends
 * @param amount that the view is about; a recommendation of another amount needs another view
 * @param judged {@link JudgedParts} that the view is about; null where it was asked for before they were kept
 * @param agrees null until it is given
 * @param words why; empty until it is given
 */
public record SecondView(
        PersonId adviser,
        String adviserName,
        PersonId askedBy,
        String askedByName,
        Money amount,
        @Nullable String judged,
        @Nullable Boolean agrees,
        String words,
        Instant askedAt,
        @Nullable Instant givenAt) {

    public boolean isGiven() {
        return agrees != null;
    }

    /**
     * Whether it lets this adviser recommend what is drafted: it is of this amount with these answers, scores and conditions, and nobody's
     * own view is a second one.
     */
    public boolean supports(ReviewDraft draft, PersonId recommending) {
        return isGiven()
                && amount.equals(draft.recommended())
                && (judged == null || judged.equals(JudgedParts.hash(draft)))
                && !adviser.equals(recommending);
    }
}
