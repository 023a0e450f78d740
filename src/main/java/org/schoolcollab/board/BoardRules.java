package org.schoolcollab.board;

import org.jspecify.annotations.Nullable;
import org.schoolcollab.security.PersonId;

/**
 * How the board of one area decides.
 *
 * @param viceChair leads an item in which the chair has an interest; null where the board has none
 * @param passTo the area whose board decides where too few members are left here; null where such an item is deferred
 */
public record BoardRules(
        String areaCode,
        CountingRule counting,
        @Nullable PersonId viceChair,
        @Nullable String passTo) {

    /** What holds for a board that has set nothing of its own. */
    public static BoardRules standard(String areaCode) {
        return new BoardRules(areaCode, CountingRule.STANDARD, null, null);
    }
}
