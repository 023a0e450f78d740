package org.schoolcollab.programme;

/** Whether a round has awards. Implemented by the ledger, asked before a rule of the round changes that awards are made by. */
public interface AwardsOfRound {

    /** Whether the round has an award, also one that was given back; as read now. */
    boolean has(RoundId round);

    /** The same, with every envelope of the round locked until the transaction ends, so that none is made in between. */
    boolean hasLocked(RoundId round);
}
