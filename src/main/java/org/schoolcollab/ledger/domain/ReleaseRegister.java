package org.schoolcollab.ledger.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    private static final String ONE_PAYMENT = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;

    ReleaseRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same release always has the same key; the database takes it once. */
    public static String key(Award award, Instalment instalment) {
        return "release:" + award.id() + ":" + instalment.number()
                + (instalment.approvals() > 1 ? ":" + instalment.approvals() : "");
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

    /** Writes the payments of an instalment, one for each school: one statement. */
    void add(
            Award award,
            Instalment instalment,
            List<Portion> portions,
            PersonId approver,
            Instant approvedAt,
            UUID entry) {
        PersonId requester = Objects.requireNonNull(instalment.requestedBy());
        Instant requestedAt = Objects.requireNonNull(instalment.requestedAt());
        List<@Nullable Object> values = new ArrayList<>();
        for (Portion portion : portions) {
            values.addAll(Arrays.asList(
                    UUID.randomUUID().toString(),
                    instalment.id().toString(),
                    portion.amount().pence(),
                    portion.school().toString(),
                    portion.name(),
                    portion.kind().name(),
                    portion.attempts() + 1,
                    portion.attempts() == 0 ? null : portion.attempts(),
                    reference(award, instalment, portion),
                    requester.toString(),
                    Timestamp.from(requestedAt),
                    approver.toString(),
                    Timestamp.from(approvedAt),
                    entry.toString(),
                    "release:" + award.id() + ":" + instalment.number() + ":" + portion.school() + ":"
                            + (portion.attempts() + 1)));
        }
        jdbc.sql("""
                        insert into ledger_release (id, instalment_id, amount_pence, payee_school_id, payee_name, payee_kind, attempt,
                          previous_attempt, reference, requested_by, requested_at, approved_by, approved_at, entry_id,
                          idempotency_key)
                        values\s""" + String.join(", ", Collections.nCopies(portions.size(), ONE_PAYMENT)))
                .params(values)
                .update();
    }
}
