package org.schoolcollab.ledger.invariant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ledger under test: money is given, taken, and an entry is put right by another. Amounts in pence; many may call at once. */
interface Books {

    String GIVEN = "GRANT";
    String AVAILABLE = "AVAILABLE";
    String SPENT = "SPENT";

    /** What a caller is told. */
    enum Told {
        APPLIED,
        /** The same was done before under this key; nothing moved now. */
        REPEATED,
        REFUSED
    }

    /**
     * A line of the journal.
     *
     * @param reverses key of the entry that this one puts right
     */
    record Line(
            long sequence,
            String key,
            String debit,
            String credit,
            long pence,
            @Nullable String reverses,
            String previousHash,
            String hash) {

        Line withPence(long other) {
            return new Line(sequence, key, debit, credit, other, reverses, previousHash, hash);
        }
    }

    /** From what is given to what is available. */
    Told give(String key, long pence);

    /** The same with the amount as a person typed it. */
    Told giveTyped(String key, String typed);

    /** From what is available to what is spent. */
    Told take(String key, long pence);

    /** Puts a taking right by an entry of its own. */
    Told reverse(String keyOfTaking);

    /** The balance that is kept beside the journal. */
    long kept(String account);

    /** In the order in which they were written. */
    List<Line> journal();

    /** Computes the hash of a line again from its fields. */
    String hashOf(Line line);

    /** Tries to change the amount of a line that stands; whether the ledger let it happen. */
    boolean change(long sequence, long pence);

    /** Tries to remove a line; whether the ledger let it happen. */
    boolean remove(long sequence);

    /** Balances from the journal alone, as after a loss of everything else. */
    long rebuilt(String account);
}
