package org.schoolcollab.ledger.domain;

import java.sql.Timestamp;
import java.util.Arrays;
import java.util.UUID;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.EntryKind;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The journal of the ledger. It only grows; a mistake is put right by a reversing entry (rule 4). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Journal {

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    Journal(JdbcClient jdbc, CurrentUser currentUser, PortalClock clock) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    public void post(JournalEntry entry) {
        BidId bid = entry.bid();
        UUID reverses = entry.reverses();
        jdbc.sql("""
                        insert into ledger_entry (id, kind, at, person_id, bid_id, reverses, idempotency_key)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        entry.id().toString(),
                        entry.kind().name(),
                        Timestamp.from(clock.instant()),
                        currentUser.find().map(Actor::id).map(Object::toString).orElse(null),
                        bid == null ? null : bid.toString(),
                        reverses == null ? null : reverses.toString(),
                        entry.key()))
                .update();
        int line = 0;
        for (Posting posting : entry.postings()) {
            line++;
            jdbc.sql("""
                            insert into ledger_posting (entry_id, line, envelope_id, account, side, pence)
                            values (?, ?, ?, ?, ?, ?)""")
                    .params(
                            entry.id().toString(),
                            line,
                            posting.envelope().toString(),
                            posting.account().name(),
                            posting.side().name(),
                            posting.amount().pence())
                    .update();
        }
    }

    /** The entry by which this bid's award was committed. */
    public UUID commitmentOf(BidId bid) {
        return UUID.fromString(jdbc.sql("select id from ledger_entry where bid_id = ? and kind = ?")
                .params(bid.toString(), EntryKind.COMMITTED.name())
                .query(String.class)
                .single());
    }
}
