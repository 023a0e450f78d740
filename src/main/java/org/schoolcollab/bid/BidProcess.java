package org.schoolcollab.bid;

/** What a bid tells the process that carries it. Implemented by the workflow module, in the caller's transaction. */
public interface BidProcess {

    /** The lead has started a bid: begins its process, with the drafting task for the lead. */
    void started(BidSummary bid);

    /**
     * The lead has submitted or resubmitted the plan: completes the drafting or revising task.
     *
     * @throws org.schoolcollab.shared.BusinessRuleViolation if somebody else has claimed or done it, saying who and when
     */
    void submitted(BidSummary bid);

    /** The lead has withdrawn the bid: ends the process, whatever stands open. */
    void withdrawn(BidSummary bid);
}
