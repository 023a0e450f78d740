package org.schoolcollab.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.Stage;

/**
 * Which part of the queue to show; null means all.
 *
 * @param collaboration id of one collaboration
 * @param overdue only what is past its deadline
 * @param text found in names of collaborations, districts and rounds, whatever the case
 */
public record InboxFilter(
        View view,
        @Nullable Stage stage,
        @Nullable String area,
        @Nullable UUID round,
        @Nullable UUID collaboration,
        boolean overdue,
        String text,
        Sort sort) {

    public enum View {
        /** Claimed by me, or mine alone. */
        MINE,
        /** Open for my groups and not mine. */
        GROUP,
        /** Done by me, the latest first. */
        DONE
    }

    public enum Sort {
        /** The one due first first. */
        DUE,
        /** The oldest first. */
        AGE,
        /** The largest first. */
        AMOUNT
    }

    public static InboxFilter of(View view) {
        return new InboxFilter(view, null, null, null, null, false, "", Sort.DUE);
    }
}
