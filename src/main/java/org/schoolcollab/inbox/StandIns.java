package org.schoolcollab.inbox;

import java.time.LocalDate;
import java.util.List;
import org.schoolcollab.security.PersonId;

/** For whom people stand in. Implemented by the workflow module from what the others know. */
public interface StandIns {

    /**
     * Somebody is away, and this person does their tasks of one kind.
     *
     * @param away who is away, {@code awayName} by name
     * @param from first day
     * @param to last day
     * @param taskKey the kind of task
     */
    record StandIn(PersonId away, String awayName, LocalDate from, LocalDate to, String taskKey) {

        public boolean holdsOn(LocalDate day) {
            return !from.isAfter(day) && !to.isBefore(day);
        }
    }

    /** For whom this person stands in today or later, the earliest first. */
    List<StandIn> of(PersonId deputy);
}
