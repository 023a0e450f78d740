package org.schoolcollab.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.function.Function;
import org.flowable.common.engine.impl.calendar.BusinessCalendarImpl;
import org.flowable.common.engine.impl.runtime.ClockReader;
import org.schoolcollab.shared.PortalClock;

/**
 * Reads a duration such as {@code P10D} in a process definition as that many working days from today. {@code workingDays} is the end
 * of that day, for deadlines; {@code workingMornings} its morning, for reminders.
 */
final class WorkingDayCalendar extends BusinessCalendarImpl {

    static final String END_OF_DAY = "workingDays";
    static final String MORNING = "workingMornings";

    private final Function<LocalDate, Instant> moment;

    WorkingDayCalendar(ClockReader clock, Function<LocalDate, Instant> moment) {
        super(clock);
        this.moment = moment;
    }

    @Override
    public Date resolveDuedate(String duration, int maxIterations) {
        LocalDate today = LocalDate.ofInstant(clockReader.getCurrentTime().toInstant(), PortalClock.LONDON);
        return Date.from(moment.apply(
                WorkingDays.after(today, (int) Duration.parse(duration).toDays())));
    }
}
