package org.schoolcollab.workflow;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.schoolcollab.shared.PortalClock;

/** Deadlines in working days, Monday to Friday, in London. */
public final class WorkingDays {

    /** When reminders go out and report windows open. */
    static final LocalTime MORNING = LocalTime.of(8, 0);

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private WorkingDays() {}

    /** The day that is this many working days after a day; the day itself does not count. */
    public static LocalDate after(LocalDate day, int workingDays) {
        LocalDate reached = day;
        for (int left = workingDays; left > 0; left--) {
            do {
                reached = reached.plusDays(1);
            } while (reached.getDayOfWeek() == DayOfWeek.SATURDAY || reached.getDayOfWeek() == DayOfWeek.SUNDAY);
        }
        return reached;
    }

    public static Instant endOf(LocalDate day) {
        return day.atTime(LAST_SECOND).atZone(PortalClock.LONDON).toInstant();
    }

    public static Instant morningOf(LocalDate day) {
        return day.atTime(MORNING).atZone(PortalClock.LONDON).toInstant();
    }
}
