package org.schoolcollab.ledger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.schoolcollab.shared.Money;

/**
 * Postings in the order in which they were written. Those of several envelopes are in the order of time.
 *
 * @param lines oldest first
 */
public record Statement(List<StatementLine> lines) {

    public Statement {
        lines = List.copyOf(lines);
    }

    /** What these lines leave on each kind of account; only of what the statement is about. */
    public Map<Account, Money> balances() {
        Map<Account, Money> balances = new EnumMap<>(Account.class);
        for (StatementLine line : lines) {
            Money out = Money.ZERO.minus(line.amount());
            balances.merge(line.debit(), line.debit().isDebit() ? line.amount() : out, Money::plus);
            balances.merge(line.credit(), line.credit().isDebit() ? out : line.amount(), Money::plus);
        }
        return balances;
    }
}
