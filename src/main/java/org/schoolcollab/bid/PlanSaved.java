package org.schoolcollab.bid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.schoolcollab.shared.ValidationFailed.Problem;

/**
 * What became of a batch of edits. Every edit that is neither among the conflicts nor refused is stored.
 *
 * @param changed whether anything was stored that was not there yet
 * @param version of the draft afterwards
 * @param at when it was saved
 * @param fields the draft afterwards, with what others have changed
 */
public record PlanSaved(
        boolean changed, int version, Instant at, PlanFields fields, List<Conflict> conflicts, List<Refused> refused) {

    /**
     * An edit that was not stored because somebody else's change stands there.
     *
     * @param field that holds another text; empty where it is about a whole line
     * @param stored what stands in the field now; empty where the line is gone or the edit is about a whole line
     * @param by who typed that or removed the line, by name
     * @param at when
     */
    public record Conflict(PlanEdit edit, Kind kind, String field, String stored, String by, Instant at) {}

    /** An edit that cannot be stored at all; the problem's field is the field's own name. */
    public record Refused(PlanEdit edit, Problem problem) {}

    /** What stands in the way. */
    public enum Kind {
        /** The field holds a text that the editor has not seen. */
        OTHER_TEXT,
        /** The line was removed. */
        LINE_REMOVED,
        /** The line to be removed holds something that the editor has not seen. */
        LINE_CHANGED
    }

    /** The conflict about this edit, if there is one. */
    public Optional<Conflict> conflict(PlanEdit edit) {
        return conflicts.stream()
                .filter(conflict -> conflict.edit().equals(edit))
                .findFirst();
    }
}
