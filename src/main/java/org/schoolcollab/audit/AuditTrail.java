package org.schoolcollab.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final CurrentUser currentUser;
    private final PortalClock clock;
    private final ObjectMapper json;

    AuditTrail(JdbcClient jdbc, CurrentUser currentUser, PortalClock clock, ObjectMapper json) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.clock = clock;
        this.json = json;
    }

    private record Link(long position, String hash) {}

    /** Appends the act, by the person who is logged in or the portal itself. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Act act) {
        Optional<Actor> actor = currentUser.find();
        String personId = actor.map(a -> a.id().toString()).orElse(null);
        String personName = actor.map(Actor::name).orElse(THE_PORTAL);
        String details = details(act.details());
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
                .update();
        jdbc.sql("update audit_chain set position = ?, hash = ? where stream = ?")
                .params(position, hash, act.stream())
                .update();
    }

    private Link lastLink(String stream) {
        jdbc.sql(
                        "insert into audit_chain (stream, position, hash) values (?, 0, ?) on duplicate key update stream = stream")
                .params(stream, FIRST)
                .update();
        return jdbc.sql("select position, hash from audit_chain where stream = ? for update")
                .param(stream)
                .query((row, n) -> new Link(row.getLong(1), row.getString(2)))
                .single();
    }

    private String details(Map<String, @Nullable String> details) {
        return json.writeValueAsString(new TreeMap<>(details));
    }
}
