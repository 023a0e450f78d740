package org.schoolcollab.ledger.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.schoolcollab.ledger.Account;
import org.schoolcollab.ledger.EntryKind;
import org.schoolcollab.programme.EnvelopeFunds;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The envelopes' accounts: opened with what the programme gave when they are first needed, read and locked here. */
@Component
public class EnvelopeAccounts implements EnvelopeFunds {

    private static final String SELECT = """
            select id, round_id, area_code, given_pence, available_pence, held_pence, committed_pence, released_pence, spent_pence,
              lapsed_pence, status, entries, head_hash
            from ledger_envelope""";

    private final JdbcClient jdbc;
    private final Journal journal;
    private final PortalClock clock;

    EnvelopeAccounts(JdbcClient jdbc, Journal journal, PortalClock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Money given(RoundId round, String areaCode) {
        return read("l.given_pence - l.held_pence", round, areaCode);
    }

    @Override
    @Transactional(readOnly = true)
    public Money available(RoundId round, String areaCode) {
        return read("l.available_pence", round, areaCode);
    }

    /** A balance of an envelope; before it is opened, what the programme gave. */
    private Money read(String balance, RoundId round, String areaCode) {
        return jdbc.sql("select coalesce(" + balance + """
                        , e.given_pence)
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
        Optional<Envelope> found = locked(round, areaCode);
        if (found.isPresent()) {
            return found;
        }
        open(round, areaCode);
        return locked(round, areaCode);
    }

    /**
     * The envelope with its row locked until the transaction ends.
     *
     * @throws NotFound if there is none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Envelope lock(UUID id) {
        return jdbc.sql(SELECT + " where id = ? for update")
                .param(id.toString())
                .query(EnvelopeAccounts::row)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The id of an envelope, which is opened where it was not yet; empty where the round gave this area none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> idOf(RoundId round, String areaCode) {
        Optional<UUID> found = find(round, areaCode);
        return found.isPresent() ? found : lock(round, areaCode).map(Envelope::id);
    }

    /** The id of an envelope; empty where nothing of it moved yet. */
    @Transactional(readOnly = true)
    public Optional<UUID> find(RoundId round, String areaCode) {
        return jdbc.sql("select id from ledger_envelope where round_id = ? and area_code = ?")
                .params(round.toString(), areaCode)
                .query(String.class)
                .optional()
                .map(UUID::fromString);
    }

    private Optional<Envelope> locked(RoundId round, String areaCode) {
        return jdbc.sql(SELECT + " where round_id = ? and area_code = ? for update")
                .params(round.toString(), areaCode)
                .query(EnvelopeAccounts::row)
                .optional();
    }

    private static Envelope row(ResultSet row, int n) throws SQLException {
        Map<Account, Money> balances = new EnumMap<>(Account.class);
        balances.put(Account.GRANT, Money.ofPence(row.getLong("given_pence")));
        balances.put(Account.AVAILABLE, Money.ofPence(row.getLong("available_pence")));
        balances.put(Account.HELD, Money.ofPence(row.getLong("held_pence")));
        balances.put(Account.COMMITTED, Money.ofPence(row.getLong("committed_pence")));
        balances.put(Account.RELEASED, Money.ofPence(row.getLong("released_pence")));
        balances.put(Account.SPENT, Money.ofPence(row.getLong("spent_pence")));
        balances.put(Account.LAPSED, Money.ofPence(row.getLong("lapsed_pence")));
        return new Envelope(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("round_id")),
                row.getString("area_code"),
                balances,
                row.getString("status").equals("CLOSED"),
                row.getLong("entries"),
                row.getString("head_hash"));
    }

    /** Two may open the same envelope at once: the second waits for the first and finds its row. */
    private void open(RoundId round, String areaCode) {
        Optional<Money> given = areaCode.equals(Envelope.ALL) ? Optional.of(Money.ZERO) : givenAtFirst(round, areaCode);
        if (given.isEmpty()) {
            return;
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into ledger_envelope (id, round_id, area_code, given_area, given_pence, available_pence, opened_at)
                        values (?, ?, ?, nullif(?, 'ALL'), 0, 0, ?) on duplicate key update version = version""")
                .params(id.toString(), round.toString(), areaCode, areaCode, Timestamp.from(clock.instant()))
                .update();
        Envelope envelope = locked(round, areaCode).orElseThrow();
        if (envelope.id().equals(id) && given.get().isPositive()) {
            journal.post(
                    envelope,
                    JournalEntry.move(
                            EntryKind.OPENED,
                            null,
                            // The key stands in the chain, and with it whose envelope this is.
                            "open:" + round + ":" + areaCode,
                            AccountRef.GRANT,
                            AccountRef.AVAILABLE,
                            given.get()));
        }
    }

    private Optional<Money> givenAtFirst(RoundId round, String areaCode) {
        return jdbc.sql("select given_pence from programme_envelope where round_id = ? and area_code = ?")
                .params(round.toString(), areaCode)
                .query(Long.class)
                .optional()
                .map(Money::ofPence);
    }
}
