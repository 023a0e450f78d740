package org.schoolcollab.inbox;

import org.schoolcollab.security.PersonId;

/** What the inbox asks of the process engine. Implemented by the workflow module, in the caller's transaction. */
public interface TaskClaims {

    /** Makes the task this person's. */
    void claim(String taskId, PersonId person);

    /** Gives the task back to its group. */
    void release(String taskId);

    /** Makes the task another person's. */
    void reassign(String taskId, PersonId to);
}
