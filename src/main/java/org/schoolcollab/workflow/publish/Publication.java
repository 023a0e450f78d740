package org.schoolcollab.workflow.publish;

import java.time.Instant;

/**
 * Who published a version, and why.
 *
 * @param hash SHA-256 of the definition
 * @param basedOn the version that its draft was opened from
 * @param rollsBack whether it is an old version published anew
 */
public record Publication(
        int version,
        String hash,
        int basedOn,
        boolean rollsBack,
        String comment,
        String editedBy,
        String publishedBy,
        Instant at) {}
