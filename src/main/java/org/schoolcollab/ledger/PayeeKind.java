package org.schoolcollab.ledger;

/** How the council pays a school. */
public enum PayeeKind {
    /** A maintained school: a transfer in the council's journal. */
    MAINTAINED,
    /** An academy: a payment to a creditor. */
    ACADEMY
}
