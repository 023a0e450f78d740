package org.schoolcollab.ledger.model;

/**
 * One operation of a script. Means the same on the model and on the real ledger: bids, schools, people, payments and requests are
 * named by number, and one that does not exist is skipped by both.
 *
 * @param bid number of a bid, or of an envelope (2 is area All), or of a payment, request or proposal in the order they came about
 * @param n instalment, or school that money leaves, or how shares are laid out
 * @param m school that money goes to, or 1 for a refusal
 * @param who 0, 1 or 2: people who are both finance officers and approvers
 * @param key of a repeatable act
 */
record Op(Kind kind, int bid, int n, int m, long pence, int who, int key) {

    enum Kind {
        COMMIT,
        ACCEPT,
        RETURN,
        REQUEST,
        REJECT,
        APPROVE,
        MARCH,
        HOLD,
        END_HOLD,
        CANCEL,
        REDUCE,
        MOVE_SHARE,
        ASK_REVERSAL,
        ASK_CLAWBACK,
        DECIDE,
        EVIDENCE,
        ADD,
        HOLD_BACK,
        FREE,
        PROPOSE,
        CONSENT,
        SPEND,
        CLOSE
    }
}
