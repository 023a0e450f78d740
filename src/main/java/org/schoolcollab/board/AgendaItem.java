package org.schoolcollab.board;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.review.Interest;
import org.schoolcollab.shared.Money;

/**
 * One item of an agenda, as the person who reads it may see it.
 *
 * @param number its place on the agenda, from 1
 * @param interests who takes no part, by name
 * @param mine why the person who reads takes no part; null where they do, or do not sit on this board
 * @param proposed what the chair thinks of putting to the vote; null for what the adviser recommended
 * @param outcome null while the item is open
 * @param ballot the newest ballot; null where there is none, or while the person who reads may not see it
 * @param words questions or reasons of how it ended
 * @param leads whether the person who reads leads the decision
 * @param shortage too few members without an interest; null where there are enough
 */
public record AgendaItem(
        int number,
        BidSummary bid,
        List<BallotState.Recused> interests,
        @Nullable Interest mine,
        @Nullable Money proposed,
        @Nullable ItemOutcome outcome,
        @Nullable BallotState ballot,
        String words,
        boolean leads,
        Referral.@Nullable Shortage shortage) {

    /** What counts for the picture of the envelope while the item is open: what is put to the vote, or would be. */
    public Money asks() {
        if (ballot != null && !ballot.isClosed()) {
            return ballot.amount();
        }
        return proposed != null ? proposed : Objects.requireNonNullElse(bid.recommended(), bid.requested());
    }

    public boolean isOpen() {
        return outcome == null;
    }
}
