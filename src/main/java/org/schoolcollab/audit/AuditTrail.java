package org.schoolcollab.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/**
 * Appends to the audit trail (rule 7 of the domain). A record is written in the transaction of the act it records, or not at all;
 * each holds the hash of the record before it in its stream, so that a change or a gap shows.
 */
@Component
public class AuditTrail {

    /** Shown as the person where a timer or the first start acts. */
    public static final String THE_PORTAL = "The portal";

    private static final String FIRST = "0".repeat(64);

    private final JdbcClient jdbc;
    private final StreamRegister register;
    private final SealedRows sealed;
    private final CurrentUser currentUser;
    private final PortalClock clock;
    private final ObjectMapper json;

    AuditTrail(
            JdbcClient jdbc,
            StreamRegister register,
            SealedRows sealed,
            CurrentUser currentUser,
            PortalClock clock,
            ObjectMapper json) {
        this.jdbc = jdbc;
        this.register = register;
        this.sealed = sealed;
        this.currentUser = currentUser;
        this.clock = clock;
        this.json = json;
    }

    /** The end of a chain: {@code ids} is a running hash over the numbers of its records. */
    private record Link(long position, String hash, String ids) {}

    /**
     * Appends the act, by the person who is logged in or the portal itself. Rows that were sealed since the last record of this
     * transaction are sealed by this one.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Act act) {
        Optional<Actor> actor = currentUser.find();
        String personId = actor.map(a -> a.id().toString()).orElse(null);
        String personName = actor.map(Actor::name).orElse(THE_PORTAL);
        String details = details(act);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);

        Link last = lastLink(act.stream());
        long position = last.position() + 1;
        String hash = AuditHash.of(
                last.hash(),
                act.stream(),
                position,
                at,
                personId,
                personName,
                act.role(),
                act.action(),
                act.subjectType(),
                act.subjectId(),
                act.bidId() == null ? null : act.bidId().toString(),
                details);
        GeneratedKeyHolder number = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into audit_record (stream, position, at, person_id, person_name, role, action,
                          subject_type, subject_id, bid_id, details, prev_hash, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        act.stream(),
                        position,
                        Timestamp.from(at),
                        personId,
                        personName,
                        act.role(),
                        act.action(),
                        act.subjectType(),
                        act.subjectId(),
                        act.bidId() == null ? null : act.bidId().toString(),
                        details,
                        last.hash(),
                        hash))
                .update(number);
        jdbc.sql("update audit_chain set position = ?, hash = ?, ids = ? where stream = ?")
                .params(position, hash, AuditHash.next(last.ids(), number(number)), act.stream())
                .update();
        if (position == 1) {
            register.begins(act.stream(), hash);
        }
    }

    private static long number(GeneratedKeyHolder holder) {
        return Objects.requireNonNull(holder.getKeyAs(Number.class)).longValue();
    }

    /** The end of the stream, locked; a new stream gets one. */
    private Link lastLink(String stream) {
        return findLastLink(stream).orElseGet(() -> {
            jdbc.sql("""
                            insert into audit_chain (stream, position, hash, ids) values (?, 0, ?, ?)
                            on duplicate key update stream = stream""").params(stream, FIRST, FIRST).update();
            return findLastLink(stream).orElseThrow();
        });
    }

    private Optional<Link> findLastLink(String stream) {
        return jdbc.sql("select position, hash, ids from audit_chain where stream = ? for update")
                .param(stream)
                .query((row, n) -> new Link(row.getLong(1), row.getString(2), row.getString(3)))
                .optional();
    }

    private String details(Act act) {
        Map<String, String> details = new TreeMap<>(act.details());
        details.putAll(sealed.taken());
        return json.writeValueAsString(details);
    }
}
