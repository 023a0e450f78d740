package org.schoolcollab.inbox;

import java.time.Instant;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.Dates;

/** Somebody else was quicker: they have claimed the task, or done it. Says who and when. */
public class TaskTaken extends BusinessRuleViolation {

    private TaskTaken(String key, String person, Instant at) {
        super(key, person, Dates.moment(at));
    }

    static TaskTaken claimed(String person, Instant at) {
        return new TaskTaken("error.inbox.claimed", person, at);
    }

    static TaskTaken done(String person, Instant at) {
        return new TaskTaken("error.inbox.done", person, at);
    }
}
