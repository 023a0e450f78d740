package org.schoolcollab.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the queue, in order.
 *
 * @param next where the rest begins, null where this is all
 */
public record InboxPage(List<WorkItem> items, @Nullable Cursor next) {

    /** The last row seen, by what it is sorted by and its id. */
    public record Cursor(Object value, long id) {}
}
