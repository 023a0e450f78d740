package org.schoolcollab.ledger.domain;

import org.schoolcollab.shared.Money;

/** A movement of at least a penny from the account that is debited to the one that is credited, so it always balances. */
public record Posting(AccountRef debit, AccountRef credit, Money amount) {

    public Posting {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a posting moves at least a penny, not " + amount);
        }
        if (debit.equals(credit)) {
            throw new IllegalArgumentException("a posting moves money between two accounts, not within " + debit);
        }
    }
}
