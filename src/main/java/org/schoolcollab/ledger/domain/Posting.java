package org.schoolcollab.ledger.domain;

import java.util.UUID;
import org.schoolcollab.shared.Money;

/** One side of a journal entry. The amount is always positive. */
public record Posting(UUID envelope, Account account, Side side, Money amount) {

    public enum Side {
        DEBIT,
        CREDIT
    }

    public Posting {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a posting moves at least a penny, not " + amount);
        }
    }
}
