package org.schoolcollab.workflow;

import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.shared.ProcessStep;

/** The end of a bid's process: both reports are accepted, the bid is closed and the act recorded. */
@ProcessStep
public class BidClosure {

    private final BidProgress progress;
    private final AuditTrail audit;

    BidClosure(BidProgress progress, AuditTrail audit) {
        this.progress = progress;
        this.audit = audit;
    }

    public void close(BidId bid) {
        progress.closed(bid);
        audit.record(
                Act.onBid(bid.value(), "bid.closed", "").changed("status", BidStatus.IN_DELIVERY, BidStatus.CLOSED));
    }
}
