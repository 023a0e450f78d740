package org.schoolcollab.ledger.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.security.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The releases: written once each, never changed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ReleaseRegister {

    /** Who approved a release, and when. */
    public record Approval(String person, Instant at) {}

    private final JdbcClient jdbc;

    ReleaseRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same release always has the same key; the database takes it once. */
    public static String key(Award award, Instalment instalment) {
        return "release:" + award.id() + ":" + instalment.number();
    }

    /** What stands on the payment: short enough for a bank's field, the same for the same instalment. */
    public static String reference(Award award, Instalment instalment) {
        String digits = award.id().toString().replace("-", "").substring(0, 12).toUpperCase(Locale.ROOT);
        return "SC-" + digits + "-" + instalment.number();
    }

    public Optional<Approval> approvalOf(Instalment instalment) {
        return jdbc.sql("""
                        select p.display_name, r.approved_at
                        from ledger_release r join security_person p on p.id = r.approved_by where r.instalment_id = ?""")
                .param(instalment.id().toString())
                .query((row, n) -> new Approval(
                        row.getString("display_name"),
                        row.getTimestamp("approved_at").toInstant()))
                .optional();
    }

    void add(
            Award award,
            Instalment instalment,
            EstablishmentId payee,
            String payeeName,
            PersonId requester,
            Instant requestedAt,
            PersonId approver,
            Instant approvedAt,
            UUID entry) {
        jdbc.sql("""
                        insert into ledger_release (id, instalment_id, amount_pence, payee_school_id, payee_name, reference,
                          requested_by, requested_at, approved_by, approved_at, entry_id, idempotency_key)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID().toString(),
                        instalment.id().toString(),
                        instalment.amount().pence(),
                        payee.toString(),
                        payeeName,
                        reference(award, instalment),
                        requester.toString(),
                        Timestamp.from(requestedAt),
                        approver.toString(),
                        Timestamp.from(approvedAt),
                        entry.toString(),
                        key(award, instalment))
                .update();
    }
}
