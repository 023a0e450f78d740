package org.schoolcollab.bid;

/** Its lead has withdrawn this bid. Told within the transaction of the withdrawal, so that whoever holds something open ends it. */
public record BidWithdrawn(BidSummary bid) {}
