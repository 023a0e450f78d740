package org.schoolcollab.ledger.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.EntryKind;
import org.schoolcollab.ledger.domain.Posting.Side;
import org.schoolcollab.shared.Money;

/**
 * A movement of money, balanced: what is debited is credited.
 *
 * @param key the same for the same act, so that a repetition collides in the database
 * @param reverses the entry that this one puts right, if any
 */
public record JournalEntry(
        UUID id,
        EntryKind kind,
        @Nullable BidId bid,
        String key,
        @Nullable UUID reverses,
        List<Posting> postings) {

    public JournalEntry {
        postings = List.copyOf(postings);
        Money debit = sum(postings, Side.DEBIT);
        if (postings.isEmpty() || !debit.equals(sum(postings, Side.CREDIT))) {
            throw new IllegalArgumentException("a journal entry debits what it credits: " + postings);
        }
    }

    /** An entry that moves an amount from one account of an envelope to another. */
    public static JournalEntry move(
            EntryKind kind,
            @Nullable BidId bid,
            String key,
            @Nullable UUID reverses,
            UUID envelope,
            Account from,
            Account to,
            Money amount) {
        return new JournalEntry(
                UUID.randomUUID(),
                kind,
                bid,
                key,
                reverses,
                List.of(
                        new Posting(envelope, from, Side.DEBIT, amount),
                        new Posting(envelope, to, Side.CREDIT, amount)));
    }

    private static Money sum(List<Posting> postings, Side side) {
        return postings.stream()
                .filter(posting -> posting.side() == side)
                .map(Posting::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
