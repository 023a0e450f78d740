package org.schoolcollab.inbox;

import org.schoolcollab.shared.BusinessRuleViolation;

/** What was asked for does not fit the task. */
public class TaskRefused extends BusinessRuleViolation {

    private TaskRefused(String key) {
        super(key);
    }

    /** It ended without being done: the bid was withdrawn, the ballot settled. */
    static TaskRefused gone() {
        return new TaskRefused("error.inbox.gone");
    }

    /** It is one person's alone, such as a vote. */
    static TaskRefused personal() {
        return new TaskRefused("error.inbox.personal");
    }

    /** Only whoever has claimed it can give it back. */
    static TaskRefused notClaimedByYou() {
        return new TaskRefused("error.inbox.notClaimedByYou");
    }

    /** The person it should go to may not do it. */
    static TaskRefused notInGroup() {
        return new TaskRefused("error.inbox.notInGroup");
    }
}
