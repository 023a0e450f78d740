package org.schoolcollab.ledger.invariant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.ledger.Account;
import org.schoolcollab.ledger.AreaAllSpending;
import org.schoolcollab.ledger.EnvelopeControl;
import org.schoolcollab.ledger.LedgerStatements;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;
import org.schoolcollab.testing.LogIn;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The portal's own ledger on MariaDB, by way of area All of a round: given by the administrator, spent and corrected by finance. */
final class PortalBooks implements Books {

    private final EnvelopeControl envelopes;
    private final AreaAllSpending spending;
    private final LedgerStatements statements;
    private final LogIn logIn;
    private final JdbcClient jdbc;
    private final RoundId round;

    PortalBooks(
            EnvelopeControl envelopes,
            AreaAllSpending spending,
            LedgerStatements statements,
            LogIn logIn,
            JdbcClient jdbc,
            RoundId round) {
        this.envelopes = envelopes;
        this.spending = spending;
        this.statements = statements;
        this.logIn = logIn;
        this.jdbc = jdbc;
        this.round = round;
    }

    private UUID id(String key) {
        return UUID.nameUUIDFromBytes((round + key).getBytes(StandardCharsets.UTF_8));
    }

    private Told told(String username, BooleanSupplier act) {
        try {
            return logIn.as(username, act::getAsBoolean) ? Told.APPLIED : Told.REPEATED;
        } catch (BusinessRuleViolation refused) {
            return Told.REFUSED;
        }
    }

    @Override
    public Told give(String key, long pence) {
        return told("admin", () -> envelopes.add(round, EnvelopeControl.ALL, Money.ofPence(pence), "given", id(key)));
    }

    @Override
    public Told giveTyped(String key, String typed) {
        return told("admin", () -> envelopes.add(round, EnvelopeControl.ALL, Money.parse(typed), "given", id(key)));
    }

    @Override
    public Told take(String key, long pence) {
        return told(
                "finance.officer",
                () -> spending.spend(round, "training", Money.ofPence(pence), LocalDate.of(2014, 6, 1), id(key)));
    }

    @Override
    public Told reverse(String keyOfTaking) {
        UUID entry = UUID.fromString(jdbc.sql("select id from ledger_entry where idempotency_key = ?")
                .param("spend:" + id(keyOfTaking))
                .query(String.class)
                .single());
        return told("finance.approver", () -> {
            spending.correct(round, entry, "by mistake");
            return true;
        });
    }

    @Override
    public long kept(String account) {
        String column = account.equals(GIVEN) ? "given" : account.toLowerCase(java.util.Locale.ROOT);
        return jdbc.sql("select " + column + "_pence from ledger_envelope where round_id = ? and area_code = 'ALL'")
                .param(round.toString())
                .query(Long.class)
                .single();
    }

    @Override
    public List<Line> journal() {
        return jdbc.sql("""
                        select e.sequence, e.idempotency_key, p.debit_account, p.credit_account, p.pence, r.idempotency_key as reversed,
                          e.prev_hash, e.hash
                        from ledger_envelope l
                          join ledger_entry e on e.envelope_id = l.id
                          join ledger_posting p on p.entry_id = e.id
                          left join ledger_entry r on r.id = e.reverses
                        where l.round_id = ? and l.area_code = 'ALL' order by e.position, p.line""")
                .param(round.toString())
                .query((row, n) -> new Line(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)))
                .list();
    }

    @Override
    public String hashOf(Line line) {
        List<@Nullable String> fields = new ArrayList<>();
        jdbc.sql("""
                        select e.*, p.* from ledger_envelope l join ledger_entry e on e.envelope_id = l.id
                          join ledger_posting p on p.entry_id = e.id
                        where l.round_id = ? and l.area_code = 'ALL' and e.sequence = ?""").params(round.toString(), line.sequence()).query(row -> {
            for (String column : List.of("prev_hash", "envelope_id", "sequence", "id", "kind")) {
                fields.add(row.getString(column));
            }
            Timestamp at = row.getTimestamp("at");
            fields.add(at.toInstant().toString());
            for (String column : List.of("person_id", "bid_id", "reverses", "idempotency_key", "memo")) {
                fields.add(row.getString(column));
            }
            fields.add("1");
            for (String column : List.of(
                    "line",
                    "debit_account",
                    "debit_award_id",
                    "debit_school_id",
                    "credit_account",
                    "credit_award_id",
                    "credit_school_id")) {
                fields.add(row.getString(column));
            }
            fields.add(Long.toString(line.pence()));
        });
        StringBuilder text = new StringBuilder();
        fields.forEach(field ->
                text.append(field == null ? "-" : field.getBytes(StandardCharsets.UTF_8).length + ":" + field));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean change(long sequence, long pence) {
        return happens("update ledger_posting p join ledger_entry e on e.id = p.entry_id set p.pence = " + pence
                + " where e.sequence = " + sequence);
    }

    @Override
    public boolean remove(long sequence) {
        return happens("delete from ledger_entry where sequence = " + sequence);
    }

    private boolean happens(String sql) {
        try {
            jdbc.sql(sql).update();
            return true;
        } catch (DataAccessException refused) {
            return false;
        }
    }

    @Override
    public long rebuilt(String account) {
        return logIn.as("auditor", () -> statements.balances(round, EnvelopeControl.ALL, null))
                .getOrDefault(Account.valueOf(account), Money.ZERO)
                .pence();
    }
}
