package org.schoolcollab.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.schoolcollab.shared.PortalClock;

/** Dates and times as people here read them: "3 March 2015", "3 March 2015, 09:12" in UK time. */
public final class Dates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private Dates() {}

    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    public static String day(Instant instant) {
        return DAY.format(instant.atZone(PortalClock.LONDON));
    }

    public static String moment(Instant instant) {
        return MOMENT.format(instant.atZone(PortalClock.LONDON));
    }

    /** The time of a day that is known: "09:12". */
    public static String time(Instant instant) {
        return TIME.format(instant.atZone(PortalClock.LONDON));
    }
}
