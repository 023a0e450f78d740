package org.schoolcollab.bid;

import java.time.Instant;
import org.schoolcollab.shared.Money;

/**
 * A plan as it was kept at one moment.
 *
 * @param number counts from 1 for each bid
 * @param revision of the bid that it was
 * @param by who submitted it, sent it back or put another in its place, by name
 */
public record PlanRevision(int number, Kind kind, int revision, Money requested, String by, Instant at) {

    /** Why it was kept. */
    public enum Kind {
        /** The lead submitted it. */
        SUBMITTED,
        /** The adviser or the board sent it back. */
        RETURNED,
        /** The lead put an earlier one in its place. */
        REPLACED
    }
}
