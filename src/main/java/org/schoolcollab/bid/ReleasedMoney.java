package org.schoolcollab.bid;

import java.util.Optional;
import org.schoolcollab.shared.Money;

/** What the schools have of an award by now. Implemented by the ledger. */
public interface ReleasedMoney {

    /** Empty before the bid is awarded. The caller has checked that the person may see the bid. */
    Optional<Money> releasedOf(BidId bid);

    /** What went back to the envelope or was asked back from schools; empty before the bid is awarded. Likewise checked. */
    Optional<Money> returnedOf(BidId bid);
}
