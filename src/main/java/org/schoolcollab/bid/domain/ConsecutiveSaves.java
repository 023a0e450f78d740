package org.schoolcollab.bid.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.schoolcollab.audit.AuditQueries.Entry;

/**
 * Takes together what one person saved of a plan, or of its review, in one go: both save themselves at each pause in typing, and each save
 * is a record of its own.
 */
public final class ConsecutiveSaves {

    /** The longest pause between two saves that belong together. */
    public static final Duration PAUSE = Duration.ofMinutes(15);

    private static final Set<String> SAVES = Set.of("bid.planSaved", "bid.partsSaved", "review.saved");

    private ConsecutiveSaves() {}

    /**
     * The records in their order, those that belong together in one list.
     *
     * @param newestFirst records of one bid
     */
    public static List<List<Entry>> of(List<Entry> newestFirst) {
        List<List<Entry>> groups = new ArrayList<>();
        for (Entry entry : newestFirst) {
            if (!groups.isEmpty() && belongs(entry, groups.getLast().getLast())) {
                groups.getLast().add(entry);
            } else {
                groups.add(new ArrayList<>(List.of(entry)));
            }
        }
        return groups;
    }

    private static boolean belongs(Entry entry, Entry later) {
        return SAVES.contains(entry.action())
                && entry.action().equals(later.action())
                && entry.personName().equals(later.personName())
                && entry.role().equals(later.role())
                && Duration.between(entry.at(), later.at()).compareTo(PAUSE) <= 0;
    }
}
