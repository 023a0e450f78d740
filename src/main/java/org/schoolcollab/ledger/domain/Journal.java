package org.schoolcollab.ledger.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.Account;
import org.schoolcollab.ledger.EntryKind;
import org.schoolcollab.ledger.LedgerActRefused;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The journal of the ledger: the only place that writes entries, and balances of envelopes with them. It only grows; a mistake is put
 * right by a reversing entry (rule 4).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Journal {

    private static final List<String> ONE_ENTRY = Collections.nCopies(12, "?");
    private static final List<String> ONE_POSTING = Collections.nCopies(9, "?");

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    Journal(JdbcClient jdbc, CurrentUser currentUser, PortalClock clock) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** What was written under a key. */
    public record Written(EntryKind kind, UUID envelope, Money amount) {}

    /**
     * Writes the entry as the last one of the envelope's chain, and the envelope's balances with it.
     *
     * @param envelope with its row locked
     */
    public void post(Envelope envelope, JournalEntry entry) {
        post(envelope, List.of(entry));
    }

    /**
     * Writes entries one after the other at the end of the envelope's chain, and the envelope's balances with them: three statements,
     * however many entries and postings there are.
     *
     * @param envelope with its row locked
     */
    public void post(Envelope envelope, List<JournalEntry> entries) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        PersonId person = currentUser.find().map(Actor::id).orElse(null);
        List<@Nullable Object> values = new ArrayList<>();
        List<@Nullable Object> postings = new ArrayList<>();
        for (JournalEntry entry : entries) {
            envelope.take(entry);
            long sequence = envelope.entries() + 1;
            String previous = envelope.headHash();
            String hash = JournalHash.of(previous, envelope.id(), sequence, entry, at, person);
            values.addAll(Arrays.asList(
                    entry.id().toString(),
                    envelope.id().toString(),
                    sequence,
                    entry.kind().name(),
                    Timestamp.from(at),
                    text(person),
                    text(entry.bid()),
                    text(entry.reverses()),
                    entry.key(),
                    entry.memo(),
                    previous,
                    hash));
            addPostings(postings, entry);
            envelope.append(hash);
            if (entry.kind() == EntryKind.CLOSED) {
                envelope.close();
            }
        }
        insert("""
                insert into ledger_entry (id, envelope_id, sequence, kind, at, person_id, bid_id, reverses, idempotency_key, memo,
                  prev_hash, hash)
                values\s""", ONE_ENTRY, values);
        insert("""
                insert into ledger_posting (entry_id, line, debit_account, debit_award_id, debit_school_id, credit_account,
                  credit_award_id, credit_school_id, pence)
                values\s""", ONE_POSTING, postings);
        save(envelope);
    }

    private void insert(String into, List<String> row, List<@Nullable Object> values) {
        String oneRow = "(" + String.join(", ", row) + ")";
        jdbc.sql(into + String.join(", ", Collections.nCopies(values.size() / row.size(), oneRow)))
                .params(values)
                .update();
    }

    private static void addPostings(List<@Nullable Object> values, JournalEntry entry) {
        int line = 0;
        for (Posting posting : entry.postings()) {
            line++;
            values.add(entry.id().toString());
            values.add(line);
            add(values, posting.debit());
            add(values, posting.credit());
            values.add(posting.amount().pence());
        }
    }

    /** What was written under a key, empty where nothing was: so a repetition is known before it collides. */
    public Optional<Written> written(String key) {
        return jdbc.sql("""
                        select e.kind, e.envelope_id, (select sum(p.pence) from ledger_posting p where p.entry_id = e.id) as pence
                        from ledger_entry e where e.idempotency_key = ?""")
                .param(key)
                .query((row, n) -> new Written(
                        EntryKind.valueOf(row.getString("kind")),
                        UUID.fromString(row.getString("envelope_id")),
                        Money.ofPence(row.getLong("pence"))))
                .optional();
    }

    /**
     * Whether the same act was done under this key before; then it is not done again.
     *
     * @throws LedgerActRefused if something else was done under it
     */
    public boolean repeats(Envelope envelope, EntryKind kind, String key, Money amount) {
        Optional<Written> before = written(key);
        if (before.isPresent() && !before.get().equals(new Written(kind, envelope.id(), amount))) {
            throw LedgerActRefused.keyUsed();
        }
        return before.isPresent();
    }

    private static void add(List<@Nullable Object> values, AccountRef account) {
        values.add(account.kind().name());
        values.add(text(account.award()));
        values.add(text(account.school()));
    }

    /** Closes an envelope in which nothing is left to lapse, without an entry. */
    public void closeEmpty(Envelope envelope) {
        envelope.close();
        save(envelope);
    }

    /** Balances, state and end of the chain of an envelope whose row is locked. */
    private void save(Envelope envelope) {
        jdbc.sql("""
                        update ledger_envelope set given_pence = ?, available_pence = ?, held_pence = ?, committed_pence = ?,
                          released_pence = ?, spent_pence = ?, lapsed_pence = ?, status = ?, entries = ?, head_hash = ?,
                          version = version + 1
                        where id = ?""")
                .params(
                        envelope.balance(Account.GRANT).pence(),
                        envelope.balance(Account.AVAILABLE).pence(),
                        envelope.balance(Account.HELD).pence(),
                        envelope.balance(Account.COMMITTED).pence(),
                        envelope.balance(Account.RELEASED).pence(),
                        envelope.balance(Account.SPENT).pence(),
                        envelope.balance(Account.LAPSED).pence(),
                        envelope.isClosed() ? "CLOSED" : "OPEN",
                        envelope.entries(),
                        envelope.headHash(),
                        envelope.id().toString())
                .update();
    }

    /** The entry by which this bid's award was committed. */
    public UUID commitmentOf(BidId bid) {
        return UUID.fromString(jdbc.sql("select id from ledger_entry where bid_id = ? and kind = ?")
                .params(bid.toString(), EntryKind.COMMITTED.name())
                .query(String.class)
                .single());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
