package org.schoolcollab.ledger.domain;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.schoolcollab.ledger.EntryKind;
import org.schoolcollab.programme.EnvelopeFunds;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The envelopes' accounts: opened with what the programme gave when they are first needed, read and locked here. */
@Component
public class EnvelopeAccounts implements EnvelopeFunds {

    private final JdbcClient jdbc;
    private final EnvelopeRepository envelopes;
    private final Journal journal;
    private final EntityManager entities;
    private final PortalClock clock;

    EnvelopeAccounts(
            JdbcClient jdbc, EnvelopeRepository envelopes, Journal journal, EntityManager entities, PortalClock clock) {
        this.jdbc = jdbc;
        this.envelopes = envelopes;
        this.journal = journal;
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Money available(RoundId round, String areaCode) {
        return jdbc.sql("""
                        select coalesce(l.available_pence, e.given_pence)
                        from programme_envelope e
                          left join ledger_envelope l on l.round_id = e.round_id and l.area_code = e.area_code
                        where e.round_id = ? and e.area_code = ?""")
                .params(round.toString(), areaCode)
                .query(Long.class)
                .optional()
                .map(Money::ofPence)
                .orElse(Money.ZERO);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Money lockAvailable(RoundId round, String areaCode) {
        return lock(round, areaCode).map(Envelope::available).orElse(Money.ZERO);
    }

    /** The envelope with its row locked until the transaction ends; empty where the round gave this area none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Envelope> lock(RoundId round, String areaCode) {
        Optional<Envelope> found = envelopes.lock(round.value(), areaCode);
        if (found.isEmpty()) {
            open(round, areaCode);
            found = envelopes.lock(round.value(), areaCode);
        }
        // What an earlier read in this transaction kept may be older than the row that is locked now.
        found.ifPresent(entities::refresh);
        return found;
    }

    /** Two may open the same envelope at once: the second waits for the first and finds its row. */
    private void open(RoundId round, String areaCode) {
        Optional<Long> given = jdbc.sql(
                        "select given_pence from programme_envelope where round_id = ? and area_code = ?")
                .params(round.toString(), areaCode)
                .query(Long.class)
                .optional();
        if (given.isEmpty()) {
            return;
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into ledger_envelope (id, round_id, area_code, given_pence, available_pence, opened_at)
                        values (?, ?, ?, ?, ?, ?) on duplicate key update version = version""")
                .params(
                        id.toString(),
                        round.toString(),
                        areaCode,
                        given.get(),
                        given.get(),
                        Timestamp.from(clock.instant()))
                .update();
        boolean mine = jdbc.sql("select count(*) from ledger_envelope where id = ?")
                        .param(id.toString())
                        .query(Integer.class)
                        .single()
                == 1;
        if (mine && given.get() > 0) {
            journal.post(JournalEntry.move(
                    EntryKind.OPENED,
                    null,
                    "open:" + id,
                    null,
                    id,
                    Account.GRANT,
                    Account.AVAILABLE,
                    Money.ofPence(given.get())));
        }
    }
}
