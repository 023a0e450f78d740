package org.schoolcollab.workflow.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.security.PersonId;

/**
 * A process definition under work.
 *
 * @param key the process it is to become a version of
 * @param basedOn number of the version it was opened from, 0 where it came from a file of an unknown process
 * @param rollsBack whether it is an old version, unchanged, to be published anew
 * @param xml BPMN with its diagram
 * @param hash SHA-256 of {@code xml}
 * @param version counts the saves; a save names the version it was made on
 * @param comment what its editor says about it, once proposed
 * @param proposedBy who proposed it last, if anybody has
 * @param sentBack why a publisher sent it back, if so
 */
public record Draft(
        DraftId id,
        String key,
        String name,
        int basedOn,
        boolean rollsBack,
        String xml,
        String hash,
        int version,
        Status status,
        String savedByName,
        Instant savedAt,
        @Nullable String comment,
        @Nullable PersonId proposedBy,
        @Nullable String proposedByName,
        @Nullable Instant proposedAt,
        @Nullable String sentBack) {

    public enum Status {
        /** Being edited. */
        OPEN,
        /** Waits for somebody else to publish it; cannot be edited meanwhile. */
        PROPOSED,
        PUBLISHED,
        DISCARDED
    }
}
