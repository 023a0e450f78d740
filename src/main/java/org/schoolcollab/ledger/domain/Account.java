package org.schoolcollab.ledger.domain;

/** The four accounts of an envelope. A balance is credits less debits; what was granted stands on the debit side. */
public enum Account {
    GRANT,
    AVAILABLE,
    COMMITTED,
    RELEASED
}
