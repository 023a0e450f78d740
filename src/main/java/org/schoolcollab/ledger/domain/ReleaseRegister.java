package org.schoolcollab.ledger.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.SealedRows;
import org.schoolcollab.ledger.domain.AwardShares.Portion;
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
    private final SealedRows sealed;

    ReleaseRegister(JdbcClient jdbc, SealedRows sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    /** The same payment always has the same key; the database takes it once. */
    static String key(Award award, Instalment instalment, Portion portion) {
        return "release:" + award.id() + ":" + instalment.number() + ":" + portion.school() + ":"
                + (portion.attempts() + 1);
    }

    /**
     * What stands on the payment: short enough for a bank's field, the same for the same school and instalment. A second attempt after
     * a failed payment has a reference of its own.
     */
    static String reference(Award award, Instalment instalment, Portion portion) {
        String digits = award.id().toString().replace("-", "").substring(0, 12).toUpperCase(Locale.ROOT);
        String first = "SC-" + digits + "-" + instalment.number() + "-" + portion.number();
        return portion.attempts() == 0 ? first : first + "-R" + (portion.attempts() + 1);
    }

    public Optional<Approval> approvalOf(Instalment instalment) {
        return jdbc.sql("""
                        select p.display_name, r.approved_at
                        from ledger_release r join security_person p on p.id = r.approved_by
                        where r.instalment_id = ? order by r.approved_at desc, r.attempt desc limit 1""")
                .param(instalment.id().toString())
                .query((row, n) -> new Approval(
                        row.getString("display_name"),
                        row.getTimestamp("approved_at").toInstant()))
                .optional();
    }

    /** Writes the payments of an instalment, one for each school with its entry: one statement. */
    void add(
            Award award,
            Instalment instalment,
            List<Portion> portions,
            List<UUID> entries,
            PersonId approver,
            Instant approvedAt) {
        PersonId requester = Objects.requireNonNull(instalment.requestedBy());
        Instant requestedAt = Objects.requireNonNull(instalment.requestedAt());
        List<Map<String, @Nullable Object>> payments = new ArrayList<>();
        for (int i = 0; i < portions.size(); i++) {
            Portion portion = portions.get(i);
            Map<String, @Nullable Object> payment = new LinkedHashMap<>();
            payment.put("id", UUID.randomUUID());
            payment.put("instalment_id", instalment.id());
            payment.put("amount_pence", portion.amount().pence());
            payment.put("payee_school_id", portion.school());
            payment.put("payee_name", portion.name());
            payment.put("payee_kind", portion.kind());
            payment.put("attempt", portion.attempts() + 1);
            payment.put("previous_attempt", portion.attempts() == 0 ? null : portion.attempts());
            payment.put("reference", reference(award, instalment, portion));
            payment.put("requested_by", requester);
            payment.put("requested_at", requestedAt);
            payment.put("approved_by", approver);
            payment.put("approved_at", approvedAt);
            payment.put("entry_id", entries.get(i));
            payment.put("idempotency_key", key(award, instalment, portion));
            payments.add(payment);
        }
        sealed.insertAll("ledger_release", payments);
    }
}
