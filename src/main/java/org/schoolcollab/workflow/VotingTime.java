package org.schoolcollab.workflow;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.shared.PortalClock;

/**
 * When members are reminded to vote, when a missing vote is overdue, and when the process ends the voting.
 *
 * @param ends where nobody has set a closing time, the last year that the engine can write: it knows no timer that is never due
 */
record VotingTime(Instant reminder, Instant due, Instant ends) {

    static final Instant NEVER = Instant.parse("2038-01-01T00:00:00Z");

    private static final int DUE_DAYS = 10;
    private static final int REMINDER_DAYS = 8;

    /** In a written procedure the morning of its last day but one reminds; else the days of every board task hold. */
    static VotingTime of(LocalDate today, @Nullable Instant closesAt) {
        if (closesAt == null) {
            return new VotingTime(
                    WorkingDays.morningOf(WorkingDays.after(today, REMINDER_DAYS)),
                    WorkingDays.endOf(WorkingDays.after(today, DUE_DAYS)),
                    NEVER);
        }
        LocalDate lastDay = LocalDate.ofInstant(closesAt, PortalClock.LONDON);
        return new VotingTime(WorkingDays.morningOf(lastDay.minusDays(1)), closesAt, closesAt);
    }
}
