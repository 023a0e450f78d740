package org.schoolcollab.ledger.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.EntryKind;
import org.schoolcollab.shared.Money;

/**
 * An act on the money of one envelope: one or more postings, each with both its sides.
 *
 * @param key the same for the same act, so that a repetition collides in the database
 * @param reverses the entry that this one puts right, if any; an entry is reversed once
 * @param memo why, in a person's words, where they were asked
 */
public record JournalEntry(
        UUID id,
        EntryKind kind,
        @Nullable BidId bid,
        String key,
        @Nullable UUID reverses,
        @Nullable String memo,
        List<Posting> postings) {

    public JournalEntry {
        postings = List.copyOf(postings);
        if (postings.isEmpty()) {
            throw new IllegalArgumentException("a journal entry moves something: " + key);
        }
    }

    /** An entry of several postings. */
    public static JournalEntry of(EntryKind kind, @Nullable BidId bid, String key, List<Posting> postings) {
        return new JournalEntry(UUID.randomUUID(), kind, bid, key, null, null, postings);
    }

    /** An entry that moves an amount from one account to another. */
    public static JournalEntry move(
            EntryKind kind, @Nullable BidId bid, String key, AccountRef from, AccountRef to, Money amount) {
        return of(kind, bid, key, List.of(new Posting(from, to, amount)));
    }

    /** This entry as the reversal of another. */
    public JournalEntry reversing(UUID entry) {
        return new JournalEntry(id, kind, bid, key, entry, memo, postings);
    }

    /** This entry with the reason for it. */
    public JournalEntry because(String reason) {
        return new JournalEntry(id, kind, bid, key, reverses, reason, postings);
    }
}
