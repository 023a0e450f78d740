package org.schoolcollab.bid.attachment;

import java.time.Instant;
import java.util.UUID;
import org.schoolcollab.bid.BidId;

/**
 * A file beside a plan.
 *
 * @param size in bytes
 * @param sha256 of its content, 64 hexadecimal digits
 * @param addedBy name of who added it
 */
public record Attachment(
        UUID id, BidId bid, String name, FileKind kind, long size, String sha256, String addedBy, Instant addedAt) {

    private static final int KILO = 1024;

    /** Finds the sentence with a key and fills it. */
    @FunctionalInterface
    public interface Words {
        String of(String key, Object... values);
    }

    /** Its size in words. */
    public String sizeIn(Words words) {
        return size < KILO * KILO
                ? words.of("bid.files.kilobytes", Math.max(1, size / KILO))
                : words.of("bid.files.megabytes", (double) size / KILO / KILO);
    }
}
