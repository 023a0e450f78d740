package org.schoolcollab.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hash of one audit record: SHA-256 over the previous hash and every field, each written as its length in bytes, a colon and its
 * UTF-8 bytes, so that no two records can read the same. A missing value is written as {@code -}. Times are ISO 8601 in UTC.
 */
final class AuditHash {

    private AuditHash() {}

    static String of(
            String previous,
            String stream,
            long position,
            Instant at,
            @Nullable String personId,
            String personName,
            String role,
            String action,
            String subjectType,
            String subjectId,
            @Nullable String bidId,
            String details) {
        MessageDigest digest = sha256();
        add(digest, previous);
        add(digest, stream);
        add(digest, Long.toString(position));
        add(digest, at.toString());
        add(digest, personId);
        add(digest, personName);
        add(digest, role);
        add(digest, action);
        add(digest, subjectType);
        add(digest, subjectId);
        add(digest, bidId);
        add(digest, details);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The running hash over the numbers of a stream's records, one number further. */
    static String next(String previous, long number) {
        return ofFields(List.of(previous, Long.toString(number)));
    }

    /** The hash of any fields in this writing. */
    static String ofFields(Iterable<? extends @Nullable String> fields) {
        MessageDigest digest = sha256();
        fields.forEach(field -> add(digest, field));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What stands for bytes among fields. */
    static String ofBytes(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static void add(MessageDigest digest, @Nullable String value) {
        if (value == null) {
            digest.update((byte) '-');
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
