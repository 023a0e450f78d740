package org.schoolcollab.inbox.ui;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.schoolcollab.inbox.WorkItem;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.StatusBadge;

/** A deadline in words: "2 days overdue", "Due tomorrow", "Due 22 July". */
final class DueWords {

    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    private DueWords() {}

    /** A badge for an open task; of a task that is over, when it was done. */
    static StatusBadge badge(Component owner, WorkItem item, PortalClock clock) {
        if (item.state() == WorkItem.State.DONE && item.doneAt() != null) {
            return new StatusBadge(
                    owner.getTranslation("inbox.due.done", Dates.day(item.doneAt())), StatusBadge.Tone.GOOD);
        }
        if (item.due() == null) {
            return new StatusBadge(owner.getTranslation("inbox.due.none"), StatusBadge.Tone.NEUTRAL);
        }
        LocalDate today = clock.today();
        LocalDate due = LocalDate.ofInstant(item.due(), PortalClock.LONDON);
        long days = ChronoUnit.DAYS.between(today, due);
        if (days < 0) {
            return new StatusBadge(owner.getTranslation("inbox.due.overdue", -days), StatusBadge.Tone.BAD);
        }
        if (days <= 1) {
            return new StatusBadge(
                    owner.getTranslation(days == 0 ? "inbox.due.today" : "inbox.due.tomorrow"), StatusBadge.Tone.WARN);
        }
        String day = due.getYear() == today.getYear() ? THIS_YEAR.format(due) : Dates.day(due);
        return new StatusBadge(owner.getTranslation("inbox.due.on", day), StatusBadge.Tone.NEUTRAL);
    }
}
