package org.schoolcollab.ledger.payment;

import org.schoolcollab.bid.BidId;

/** Names an instalment: 1 or 2 of the award of a bid. */
public record InstalmentRef(BidId bid, int instalment) {}
