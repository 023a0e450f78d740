package org.schoolcollab.review;

import java.time.Instant;
import java.util.List;

/**
 * What became of an adviser's review as one window has it.
 *
 * @param seen what the window has now seen stored, to be sent with what it types next
 * @param conflicts fields in which something else was stored since the window saw them; what was typed in them is not kept
 * @param whole whether all that is stored stands in this window
 * @param at when it was stored last
 */
public record ReviewKept(ReviewDraft seen, List<Conflict> conflicts, boolean whole, Instant at) {

    /**
     * Two answers for one field.
     *
     * @param field as refusals know it, e.g. {@code scores.IMPACT.reason}
     * @param by who stored the other one, by name
     * @param stored the other one, empty where there is none
     */
    public record Conflict(String field, String by, Instant at, String stored) {}

    public ReviewKept {
        conflicts = List.copyOf(conflicts);
    }
}
