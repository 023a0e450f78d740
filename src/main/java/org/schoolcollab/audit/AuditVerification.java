package org.schoolcollab.audit;

import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.UseCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Computes every chain of the audit trail again from its records. Written apart from the code that appends, after the description in
 * {@link AuditHash}, so that a fault in the one does not hide in the other.
 */
@UseCase
public class AuditVerification {

    /** How a chain is broken. */
    public enum Fault {
        /** The record's fields do not give its hash. */
        CHANGED,
        /** The record does not hold the hash of the one before it. */
        UNLINKED,
        /** Records before this one are missing. */
        GAP,
        /** The last records of the chain are missing. */
        CUT_SHORT
    }

    /** The first fault found in a chain; {@code position} counts from 1. */
    public record Break(String stream, long position, Fault fault) {}

    /** What the check found. */
    public record Verdict(long records, long chains, Optional<Break> firstBreak) {}

    private static final String FIRST = "0".repeat(64);

    private final JdbcClient jdbc;

    AuditVerification(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads the whole trail; one snapshot, so that acts meanwhile do not disturb it. */
    @RolesAllowed({Roles.AUDITOR, Roles.ADMINISTRATOR})
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verdict verify() {
        Map<String, Link> promised = new LinkedHashMap<>();
        jdbc.sql("select stream, position, hash from audit_chain order by stream")
                .query(row -> {
                    promised.put(row.getString("stream"), new Link(row.getLong("position"), row.getString("hash")));
                });
        Chains chains = new Chains(promised);
        jdbc.sql("""
                        select stream, position, at, person_id, person_name, role, action, subject_type, subject_id, bid_id,
                          details, prev_hash, hash
                        from audit_record order by stream, position""").withFetchSize(1_000).query(chains::next);
        return chains.verdict();
    }

    private record Link(long position, String hash) {}

    /** Walks over the records, stream by stream. */
    private static final class Chains {

        private final Map<String, Link> promised;
        private final Map<String, Link> reached = new LinkedHashMap<>();
        private long records;
        private @Nullable Break broken;

        Chains(Map<String, Link> promised) {
            this.promised = promised;
        }

        void next(ResultSet row) throws SQLException {
            records++;
            String stream = row.getString("stream");
            Link before = reached.getOrDefault(stream, new Link(0, FIRST));
            long position = row.getLong("position");
            if (position != before.position() + 1) {
                found(stream, position, Fault.GAP);
            } else if (!before.hash().equals(row.getString("prev_hash"))) {
                found(stream, position, Fault.UNLINKED);
            } else if (!digest(row).equals(row.getString("hash"))) {
                found(stream, position, Fault.CHANGED);
            }
            reached.put(stream, new Link(position, row.getString("hash")));
        }

        private void found(String stream, long position, Fault fault) {
            if (broken == null) {
                broken = new Break(stream, position, fault);
            }
        }

        Verdict verdict() {
            promised.forEach((stream, last) -> {
                Link end = reached.getOrDefault(stream, new Link(0, FIRST));
                if (!end.equals(last)) {
                    found(stream, end.position() + 1, Fault.CUT_SHORT);
                }
            });
            reached.forEach((stream, end) -> {
                if (!promised.containsKey(stream)) {
                    found(stream, end.position(), Fault.UNLINKED);
                }
            });
            return new Verdict(records, reached.size(), Optional.ofNullable(broken));
        }

        private static String digest(ResultSet row) throws SQLException {
            StringBuilder text = new StringBuilder();
            field(text, row.getString("prev_hash"));
            field(text, row.getString("stream"));
            field(text, Long.toString(row.getLong("position")));
            field(text, row.getTimestamp("at").toInstant().toString());
            for (String column : new String[] {
                "person_id", "person_name", "role", "action", "subject_type", "subject_id", "bid_id", "details"
            }) {
                field(text, row.getString(column));
            }
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256")
                        .digest(text.toString().getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(hash);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java has SHA-256", impossible);
            }
        }

        private static void field(StringBuilder text, @Nullable String value) {
            if (value == null) {
                text.append('-');
            } else {
                text.append(value.getBytes(StandardCharsets.UTF_8).length)
                        .append(':')
                        .append(value);
            }
        }
    }
}
