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
        UUID id, BidId bid, String name, FileKind kind, long size, String sha256, String addedBy, Instant addedAt) {}
