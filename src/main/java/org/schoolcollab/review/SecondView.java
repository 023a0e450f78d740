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
 * @param agrees null until it is given
 * @param words why; empty until it is given
 */
public record SecondView(
        PersonId adviser,
        String adviserName,
        PersonId askedBy,
        String askedByName,
        Money amount,
        @Nullable Boolean agrees,
        String words,
        Instant askedAt,
        @Nullable Instant givenAt) {

    public boolean isGiven() {
        return agrees != null;
    }

    /** Whether it lets this adviser recommend this amount: nobody's own view is a second one. */
    public boolean supports(Money recommended, PersonId recommending) {
        return isGiven() && amount.equals(recommended) && !adviser.equals(recommending);
    }
}
