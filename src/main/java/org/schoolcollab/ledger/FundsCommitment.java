package org.schoolcollab.ledger;

import org.schoolcollab.bid.BidId;

/** What the process asks of the ledger. Called by the process engine only, in the transaction of the act that moved the process. */
public interface FundsCommitment {

    /** Commits the agreed amount of an approved bid from its envelope and lays out its instalments by the round's rules. */
    void commitFunds(BidId bid);

    /** How many instalments the award has: 1 or 2. */
    int instalments(BidId bid);

    /** Gives the committed money of a withdrawn bid back to its envelope; does nothing where none is committed. */
    void returnFunds(BidId bid);
}
