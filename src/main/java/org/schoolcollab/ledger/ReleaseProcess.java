package org.schoolcollab.ledger;

import org.schoolcollab.bid.BidSummary;

/** What the release of an instalment tells the process. Implemented by the workflow module, in the caller's transaction. */
public interface ReleaseProcess {

    /** A finance officer requested the release of this instalment: completes the request task, approval follows. */
    void requested(BidSummary bid, int instalment);

    /** Another approved it: completes the approval task. */
    void approved(BidSummary bid, int instalment);

    /** Another sent it back with a reason: completes the approval task, the request task follows again. */
    void rejected(BidSummary bid, int instalment);

    /** Nothing more of this instalment is paid: its request task, if it is open, is done, and none follows. */
    void cancelled(BidSummary bid, int instalment);

    /** A payment of this instalment failed and can be requested again: a request task follows, whatever else the bid waits for. */
    void reopened(BidSummary bid, int instalment);
}
