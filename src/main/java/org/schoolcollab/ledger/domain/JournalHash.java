package org.schoolcollab.ledger.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.security.PersonId;

/**
 * The hash of one journal entry, the link of its envelope's chain: SHA-256, as 64 lower-case hexadecimal digits, over a row of fields.
 * Each field is written as its length in bytes, a colon and its UTF-8 bytes, a missing one as {@code -}; nothing stands between them.
 *
 * <ol>
 *   <li>the hash of the entry before it in the envelope, 64 zeros for the first
 *   <li>envelope_id, sequence (1, 2, … without a gap), id
 *   <li>kind; at as ISO 8601 in UTC with 0, 3 or 6 decimals of a second, as {@link Instant#toString()} writes it
 *   <li>person_id, bid_id, reverses, idempotency_key, memo
 *   <li>the number of postings
 *   <li>for each posting in the order of its line: line, debit_account, debit_award_id, debit_school_id, credit_account,
 *       credit_award_id, credit_school_id, pence
 * </ol>
 *
 * Ids are written in lower case with hyphens, numbers in decimal without separators. The page on chains describes the same for whoever
 * checks the journal with other means.
 */
final class JournalHash {

    /** What stands for the hash before the first entry. */
    static final String FIRST = "0".repeat(64);

    private final MessageDigest digest;

    private JournalHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    static String of(
            String previous, UUID envelope, long sequence, JournalEntry entry, Instant at, @Nullable PersonId person) {
        JournalHash hash = new JournalHash();
        hash.add(previous);
        hash.add(envelope);
        hash.add(sequence);
        hash.add(entry.id());
        hash.add(entry.kind());
        hash.add(at);
        hash.add(person);
        hash.add(entry.bid());
        hash.add(entry.reverses());
        hash.add(entry.key());
        hash.add(entry.memo());
        hash.add(entry.postings().size());
        int line = 0;
        for (Posting posting : entry.postings()) {
            line++;
            hash.add(line);
            hash.add(posting.debit());
            hash.add(posting.credit());
            hash.add(posting.amount().pence());
        }
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(AccountRef account) {
        add(account.kind());
        add(account.award());
        add(account.school());
    }

    private void add(@Nullable Object value) {
        if (value == null) {
            digest.update((byte) '-');
            return;
        }
        byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
