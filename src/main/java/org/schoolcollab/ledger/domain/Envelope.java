package org.schoolcollab.ledger.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.schoolcollab.ledger.Account;
import org.schoolcollab.ledger.EnvelopeClosed;
import org.schoolcollab.ledger.EnvelopeExceeded;
import org.schoolcollab.shared.Money;

/**
 * The envelope of one area in one round: its balances, changed by postings only, and the end of its chain. Its row is locked before
 * anything of it moves. No account goes below zero.
 */
public final class Envelope {

    /** The envelope of money that the authority spends itself. */
    public static final String ALL = "ALL";

    private final UUID id;
    private final UUID roundId;
    private final String areaCode;
    private final Map<Account, Long> balances = new EnumMap<>(Account.class);
    private boolean closed;
    private long entries;
    private String headHash;

    Envelope(
            UUID id,
            UUID roundId,
            String areaCode,
            Map<Account, Money> balances,
            boolean closed,
            long entries,
            String headHash) {
        this.id = id;
        this.roundId = roundId;
        this.areaCode = areaCode;
        balances.forEach((account, balance) -> this.balances.put(account, balance.pence()));
        this.closed = closed;
        this.entries = entries;
        this.headHash = headHash;
    }

    /**
     * Takes the postings of an entry in.
     *
     * @throws EnvelopeExceeded if less is available than would be taken
     * @throws EnvelopeClosed once the round is closed for this area
     */
    void take(JournalEntry entry) {
        if (closed) {
            throw new EnvelopeClosed();
        }
        for (Posting posting : entry.postings()) {
            Money amount = posting.amount();
            add(posting.debit().kind(), posting.debit().kind().isDebit() ? amount.pence() : -amount.pence(), amount);
            add(posting.credit().kind(), posting.credit().kind().isDebit() ? -amount.pence() : amount.pence(), amount);
        }
    }

    private void add(Account account, long pence, Money asked) {
        if (account == Account.MATCH || account == Account.PLEDGED || account == Account.EVIDENCED) {
            return;
        }
        long before = pence(account);
        long after = Math.addExact(before, pence);
        if (after < 0 && (account == Account.AVAILABLE || account == Account.HELD)) {
            throw new EnvelopeExceeded(asked, Money.ofPence(before));
        }
        if (after < 0) {
            throw new IllegalStateException(
                    "only " + Money.ofPence(before) + " is " + account + " in envelope " + id + ", not " + asked);
        }
        balances.put(account, after);
    }

    /** The entry with this hash is the last one now. */
    void append(String hash) {
        entries++;
        headHash = hash;
    }

    /** Nothing moves in it any more. */
    void close() {
        closed = true;
    }

    public UUID id() {
        return id;
    }

    public UUID roundId() {
        return roundId;
    }

    public String areaCode() {
        return areaCode;
    }

    public Money balance(Account account) {
        return Money.ofPence(pence(account));
    }

    public Money available() {
        return balance(Account.AVAILABLE);
    }

    public boolean isClosed() {
        return closed;
    }

    /** How many entries its chain has. */
    public long entries() {
        return entries;
    }

    /** The hash of its last entry, 64 zeros where there is none. */
    public String headHash() {
        return headHash;
    }

    private long pence(Account account) {
        return balances.getOrDefault(account, 0L);
    }
}
