package org.schoolcollab.inbox;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.Stage;
import org.schoolcollab.security.PersonId;

/**
 * A task that the engine has just opened.
 *
 * @param groups candidate groups, empty where the task belongs to one person
 * @param assignee the one person it belongs to, if any
 * @param form last segment of the address of its form, {@code bids/<id>/<form>}
 * @param due null where the process sets no deadline
 */
public record OpenedTask(
        String taskId,
        BidId bid,
        String taskKey,
        Stage stage,
        String form,
        Collection<String> groups,
        @Nullable PersonId assignee,
        Instant created,
        @Nullable Instant due) {}
