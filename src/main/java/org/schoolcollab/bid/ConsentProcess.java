package org.schoolcollab.bid;

import org.schoolcollab.establishment.EstablishmentId;

/**
 * How a member school is asked for its consent: a process of its own for each school, with its headteacher's task and reminders.
 * Implemented by the workflow module, in the caller's transaction.
 */
public interface ConsentProcess {

    /** The school is asked: its headteacher gets the task. */
    void asked(BidId bid, EstablishmentId school);

    /**
     * The headteacher has answered: completes the task.
     *
     * @throws org.schoolcollab.shared.BusinessRuleViolation if somebody else has claimed it
     */
    void answered(BidId bid, EstablishmentId school);

    /** Nothing is asked of the school any more: takes the task away, if there is one. */
    void ended(BidId bid, EstablishmentId school);
}
