package org.schoolcollab.outcome;

import org.schoolcollab.bid.BidSummary;

/** What a report tells the process. Implemented by the workflow module, in the caller's transaction. */
public interface OutcomeProcess {

    /** March: qualitative; October: quantitative. */
    enum Kind {
        MARCH,
        OCTOBER
    }

    /** The lead submitted the report: completes the writing task, the adviser's follows. */
    void submitted(BidSummary bid, Kind kind);

    /** The adviser accepted it. */
    void accepted(BidSummary bid, Kind kind);

    /** The adviser returned it: the writing task follows again. */
    void returned(BidSummary bid, Kind kind);
}
