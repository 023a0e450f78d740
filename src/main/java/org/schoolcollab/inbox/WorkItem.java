package org.schoolcollab.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.Stage;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;

/**
 * One task as the queue shows it.
 *
 * @param due null where there is no deadline
 * @param reminded when people were reminded of it, null before that
 * @param form last segment of its form's address, {@code bids/<id>/<form>}
 */
public record WorkItem(
        long id,
        String taskId,
        TaskGroup group,
        State state,
        BidId bid,
        Stage stage,
        String taskKey,
        String form,
        String collaborationName,
        String roundName,
        String districtName,
        Money amount,
        int memberCount,
        int revision,
        Instant created,
        @Nullable Instant due,
        @Nullable PersonId claimedBy,
        @Nullable String claimedName,
        @Nullable Instant claimedAt,
        @Nullable String doneName,
        @Nullable Instant doneAt,
        boolean escalated,
        @Nullable Instant reminded) {

    public enum State {
        OPEN,
        /** Open, and in nobody's queue until its bid goes on. */
        PAUSED,
        DONE,
        /** Ended without being done. */
        GONE
    }

    public boolean isOverdue(Instant now) {
        return state == State.OPEN && due != null && due.isBefore(now);
    }
}
