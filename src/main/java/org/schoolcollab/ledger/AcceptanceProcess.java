package org.schoolcollab.ledger;

import org.schoolcollab.bid.BidSummary;

/** What the acceptance of an award tells the process. Implemented by the workflow module, in the caller's transaction. */
public interface AcceptanceProcess {

    /** The lead accepted the award: completes the acceptance task, the release of the first instalment follows. */
    void accepted(BidSummary bid);
}
