package org.schoolcollab.ledger;

import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.domain.Releases;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the ledger that what an instalment waits for has come about (rule 5), in the transaction in which it did. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class InstalmentConditions {

    private final Releases releases;

    InstalmentConditions(Releases releases) {
        this.releases = releases;
    }

    /** The adviser accepted the March report of this bid. */
    public void marchReportAccepted(BidId bid) {
        releases.marchReportAccepted(bid);
    }
}
