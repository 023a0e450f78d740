package org.schoolcollab.workflow;

import java.time.Instant;
import java.time.LocalDate;
import org.schoolcollab.shared.PortalClock;

/** Moments that a definition counts in working days, for tests of other packages. */
public final class Deadlines {

    private Deadlines() {}

    /** The end of the working day so many behind an instant. */
    public static Instant end(Instant from, int workingDays) {
        return WorkingDays.endOf(WorkingDays.after(day(from), workingDays));
    }

    /** The morning of the working day so many behind an instant. */
    public static Instant morning(Instant from, int workingDays) {
        return WorkingDays.morningOf(WorkingDays.after(day(from), workingDays));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, PortalClock.LONDON);
    }
}
