package org.schoolcollab.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act to be recorded: what was done to what, with the values before and after. Built inside the transaction of the act.
 *
 * @param stream the chain it is appended to, e.g. {@code bid:<id>}; acts of one stream are recorded in one order
 * @param action dotted name in the past tense, e.g. {@code bid.submitted}; {@code audit.<action>} is its sentence's key
 * @param subjectType kind of thing, e.g. {@code bid}
 * @param subjectId its id
 * @param bidId the bid whose history shows this act, if any
 * @param role the role in which the person acted, e.g. {@code ADVISER}; empty where none applies
 * @param details named values; keys {@code before.x} and {@code after.x} for what changed
 */
public record Act(
        String stream,
        String action,
        String subjectType,
        String subjectId,
        @Nullable UUID bidId,
        String role,
        Map<String, String> details) {

    /** Begins the names of details that are hashes of rows which the act wrote, for the check of the trail and not for people. */
    public static final String SEAL = "seal.";

    /** An act on a bid, shown in its history. */
    public static Act onBid(UUID bidId, String action, String role) {
        return new Act("bid:" + bidId, action, "bid", bidId.toString(), bidId, role, Map.of());
    }

    /** An act on anything else, in the stream of that thing. */
    public static Act on(String subjectType, String subjectId, String action, String role) {
        return new Act(subjectType + ":" + subjectId, action, subjectType, subjectId, null, role, Map.of());
    }

    /** This act with one more named value; a null value is left out. */
    public Act with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(details);
        more.put(name, value.toString());
        return new Act(stream, action, subjectType, subjectId, bidId, role, more);
    }

    /** This act with a value before and after; left out where nothing changed. */
    public Act changed(String name, @Nullable Object before, @Nullable Object after) {
        return java.util.Objects.equals(before, after)
                ? this
                : with("before." + name, before).with("after." + name, after);
    }
}
