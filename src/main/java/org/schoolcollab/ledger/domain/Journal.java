package org.schoolcollab.ledger.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.Account;
import org.schoolcollab.ledger.EntryKind;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.PersonId;
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

    private static final String ONE_POSTING = "(?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    Journal(JdbcClient jdbc, CurrentUser currentUser, PortalClock clock) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Writes the entry as the last one of the envelope's chain and the envelope's balances with it: three statements, however many
     * postings there are.
     *
     * @param envelope with its row locked
     */
    public void post(Envelope envelope, JournalEntry entry) {
        envelope.take(entry);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        PersonId person = currentUser.find().map(Actor::id).orElse(null);
        long sequence = envelope.entries() + 1;
        String previous = envelope.headHash();
        String hash = JournalHash.of(previous, envelope.id(), sequence, entry, at, person);
        jdbc.sql("""
                        insert into ledger_entry (id, envelope_id, sequence, kind, at, person_id, bid_id, reverses, idempotency_key,
                          memo, prev_hash, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
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
                        hash))
                .update();
        insertPostings(entry);
        envelope.append(hash);
        if (entry.kind() == EntryKind.CLOSED) {
            envelope.close();
        }
        save(envelope);
    }

    private void insertPostings(JournalEntry entry) {
        List<@Nullable Object> values = new ArrayList<>();
        int line = 0;
        for (Posting posting : entry.postings()) {
            line++;
            values.add(entry.id().toString());
            values.add(line);
            add(values, posting.debit());
            add(values, posting.credit());
            values.add(posting.amount().pence());
        }
        jdbc.sql("""
                        insert into ledger_posting (entry_id, line, debit_account, debit_award_id, debit_school_id, credit_account,
                          credit_award_id, credit_school_id, pence)
                        values\s""" + String.join(", ", java.util.Collections.nCopies(line, ONE_POSTING)))
                .params(values)
                .update();
    }

    private static void add(List<@Nullable Object> values, AccountRef account) {
        values.add(account.kind().name());
        values.add(text(account.award()));
        values.add(text(account.school()));
    }

    /** Balances, state and end of the chain of an envelope whose row is locked. */
    void save(Envelope envelope) {
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
