package org.schoolcollab.ledger.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.SealedRows;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.CorrectionView;
import org.schoolcollab.ledger.CorrectionView.Kind;
import org.schoolcollab.ledger.CorrectionView.Status;
import org.schoolcollab.ledger.LedgerActRefused;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The requests for corrections, and the reversals of payments. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CorrectionRegister {

    /**
     * A payment as a reversal needs it.
     *
     * @param sentOut whether it is in a file for the council's ledger, which has not reported that it failed
     * @param reportedPaid whether the council's ledger says that the school has the money
     */
    public record Payment(
            UUID id,
            BidId bid,
            UUID award,
            UUID instalmentId,
            int instalment,
            UUID school,
            int attempt,
            Money amount,
            UUID entry,
            boolean reversed,
            boolean sentOut,
            boolean reportedPaid) {}

    private final JdbcClient jdbc;
    private final SealedRows sealed;

    CorrectionRegister(JdbcClient jdbc, SealedRows sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    /**
     * Until the transaction ends no file is made for the council's ledger and none of it is taken in: so a payment that is reversed
     * cannot get into a file meanwhile.
     */
    public void lockFiles() {
        jdbc.sql("select number from ledger_export_counter where id = 1 for update")
                .query(Long.class)
                .single();
    }

    /**
     * How many payments of a round are still to be put right: with a request that is open, or reported failed and not reversed.
     */
    public long toPutRight(RoundId round) {
        String failed = "select count(*) " + PaidFor.FROM + """
                  join ledger_paid_status f on f.release_id = r.id and f.status = 'FAILED'
                where b.round_id = ? and v.release_id is null
                  and not exists (select 1 from ledger_correction o where o.open_release = r.id) and not
                """ + ReportedPaid.stands("r.id");
        String open = """
                select count(*) from ledger_correction c join ledger_award a on a.id = c.award_id join bid_bid b on b.id = a.bid_id
                where b.round_id = ? and c.status = 'OPEN'
                """;
        return jdbc.sql("select (" + failed + ") + (" + open + ")")
                .params(round.toString(), round.toString())
                .query(Long.class)
                .single();
    }

    /** @throws NotFound if there is no such payment */
    public Payment payment(UUID release) {
        return jdbc.sql("""
                        select r.id, a.bid_id, a.id as award_id, i.id as instalment_id, i.number, r.payee_school_id, r.attempt, r.amount_pence, r.entry_id,
                          v.release_id is not null as reversed,
                          x.release_id is not null and f.release_id is null as sent_out, %s as reported_paid
                        from ledger_release r
                          join ledger_instalment i on i.id = r.instalment_id
                          join ledger_award a on a.id = i.award_id
                          left join ledger_reversal v on v.release_id = r.id
                          left join ledger_export_line x on x.release_id = r.id
                          left join ledger_paid_status f on f.release_id = r.id and f.status = 'FAILED'
                        where r.id = ?""".formatted(ReportedPaid.stands("r.id")))
                .param(release.toString())
                .query((row, n) -> new Payment(
                        UUID.fromString(row.getString("id")),
                        BidId.of(row.getString("bid_id")),
                        UUID.fromString(row.getString("award_id")),
                        UUID.fromString(row.getString("instalment_id")),
                        row.getInt("number"),
                        UUID.fromString(row.getString("payee_school_id")),
                        row.getInt("attempt"),
                        Money.ofPence(row.getLong("amount_pence")),
                        UUID.fromString(row.getString("entry_id")),
                        row.getBoolean("reversed"),
                        row.getBoolean("sent_out"),
                        row.getBoolean("reported_paid")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** @throws LedgerActRefused if a reversal of the same payment is open */
    public UUID addReversal(Payment payment, String reason, PersonId by, Instant at) {
        UUID id = UUID.randomUUID();
        try {
            jdbc.sql("""
                            insert into ledger_correction (id, kind, award_id, school_id, release_id, amount_pence, reason, status,
                              open_release, requested_by, requested_at)
                            values (?, 'REVERSAL', ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?)""")
                    .params(
                            id.toString(),
                            payment.award().toString(),
                            payment.school().toString(),
                            payment.id().toString(),
                            payment.amount().pence(),
                            reason,
                            payment.id().toString(),
                            by.toString(),
                            Timestamp.from(at))
                    .update();
        } catch (DuplicateKeyException open) {
            throw LedgerActRefused.reversedAlready();
        }
        return id;
    }

    public UUID addClawback(UUID award, UUID school, Money amount, String reason, UUID key, PersonId by, Instant at) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into ledger_correction (id, kind, award_id, school_id, amount_pence, reason, status, request_key,
                          requested_by, requested_at)
                        values (?, 'CLAWBACK', ?, ?, ?, ?, 'OPEN', ?, ?, ?)""")
                .params(
                        id.toString(),
                        award.toString(),
                        school.toString(),
                        amount.pence(),
                        reason,
                        key.toString(),
                        by.toString(),
                        Timestamp.from(at))
                .update();
        return id;
    }

    /**
     * The request for money back that was made under this key, or that waits for its decision with the same words.
     *
     * @throws LedgerActRefused if the key was used for something else
     */
    public Optional<UUID> standing(UUID award, UUID school, Money amount, String reason, UUID key) {
        String same = "award_id = ? and school_id = ? and amount_pence = ? and reason = ?";
        List<Object> content = List.of(award.toString(), school.toString(), amount.pence(), reason);
        Optional<Boolean> underKey = jdbc.sql("select " + same + " from ledger_correction where request_key = ?")
                .params(content)
                .param(key.toString())
                .query(Boolean.class)
                .optional();
        if (underKey.isPresent() && !underKey.get()) {
            throw LedgerActRefused.keyUsed();
        }
        return jdbc.sql("select id from ledger_correction where kind = 'CLAWBACK' and " + same
                        + " and (request_key = ? or status = 'OPEN') order by request_key <=> ? desc limit 1")
                .params(content)
                .params(key.toString(), key.toString())
                .query(String.class)
                .optional()
                .map(UUID::fromString);
    }

    /** The request; with its row locked where it is to be decided. */
    public Optional<Correction> find(UUID id, boolean lock) {
        return jdbc.sql("""
                        select c.id, c.kind, a.bid_id, c.award_id, c.school_id, c.release_id, c.amount_pence, c.reason, c.status,
                          c.requested_by, c.requested_at
                        from ledger_correction c join ledger_award a on a.id = c.award_id where c.id = ?""" + (lock ? " for update" : ""))
                .param(id.toString())
                .query((row, n) -> {
                    String release = row.getString("release_id");
                    return new Correction(
                            id,
                            Kind.valueOf(row.getString("kind")),
                            BidId.of(row.getString("bid_id")),
                            UUID.fromString(row.getString("award_id")),
                            UUID.fromString(row.getString("school_id")),
                            release == null ? null : UUID.fromString(release),
                            Money.ofPence(row.getLong("amount_pence")),
                            row.getString("reason"),
                            row.getString("status").equals(Status.OPEN.name()),
                            PersonId.of(row.getString("requested_by")),
                            row.getTimestamp("requested_at").toInstant());
                })
                .optional();
    }

    public void decide(Correction correction, Status status, PersonId by, Instant at, @Nullable String note) {
        jdbc.sql("""
                        update ledger_correction set status = ?, open_release = null, decided_by = ?, decided_at = ?, decision_note = ?
                        where id = ?""")
                .params(Arrays.asList(
                        status.name(),
                        by.toString(),
                        Timestamp.from(at),
                        note,
                        correction.id().toString()))
                .update();
    }

    /** Writes that a payment was reversed; the database takes it once. */
    public void reversed(Correction correction, Payment payment, PersonId approver, Instant at, UUID entry) {
        Map<String, @Nullable Object> reversal = new LinkedHashMap<>();
        reversal.put("release_id", payment.id());
        reversal.put("instalment_id", payment.instalmentId());
        reversal.put("payee_school_id", payment.school());
        reversal.put("attempt", payment.attempt());
        reversal.put("amount_pence", payment.amount().pence());
        reversal.put("reason", correction.reason());
        reversal.put("requested_by", correction.requestedBy());
        reversal.put("requested_at", correction.requestedAt());
        reversal.put("approved_by", approver);
        reversal.put("approved_at", at);
        reversal.put("entry_id", entry);
        sealed.insert("ledger_reversal", reversal);
    }

    /** Requests of all bids, open ones first, then newest first. */
    @Transactional(readOnly = true)
    public List<CorrectionView> all() {
        return jdbc.sql("""
                        select c.*, a.bid_id, l.name as collaboration, s.name as school, r.reference, q.display_name as requester,
                          d.display_name as decider
                        from ledger_correction c
                          join ledger_award a on a.id = c.award_id
                          join bid_bid b on b.id = a.bid_id
                          join collaboration_collaboration l on l.id = b.collaboration_id
                          join establishment_school s on s.id = c.school_id
                          left join ledger_release r on r.id = c.release_id
                          join security_person q on q.id = c.requested_by
                          left join security_person d on d.id = c.decided_by
                        order by c.status <> 'OPEN', c.requested_at desc, c.id""").query(CorrectionRegister::view).list();
    }

    private static CorrectionView view(ResultSet row, int n) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new CorrectionView(
                UUID.fromString(row.getString("id")),
                Kind.valueOf(row.getString("kind")),
                BidId.of(row.getString("bid_id")),
                row.getString("collaboration"),
                row.getString("school"),
                row.getString("reference"),
                Money.ofPence(row.getLong("amount_pence")),
                row.getString("reason"),
                Status.valueOf(row.getString("status")),
                row.getString("requester"),
                row.getTimestamp("requested_at").toInstant(),
                row.getString("decider"),
                decided == null ? null : decided.toInstant(),
                row.getString("decision_note"));
    }
}
