package org.schoolcollab.inbox.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.schoolcollab.inbox.WorkItem;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shell.Dates;

/** One task in the list: what, for whom, how much, by when. */
class TaskRow extends Div {

    TaskRow(WorkItem item, PersonId me, PortalClock clock) {
        addClassNames("row-item", "task-row");
        Span title = part("row-title", title(item));
        Span amount =
                part("row-amount", item.amount().isZero() ? "" : item.amount().format());
        Span place = part(
                "row-meta",
                getTranslation("inbox.row.place", item.collaborationName(), item.districtName(), item.memberCount()));
        Span due = new Span(DueWords.badge(this, item, clock));
        due.addClassName("row-due");
        add(title, amount, place, due);
        String holder = holder(item, me);
        if (!holder.isEmpty()) {
            add(part("row-meta", holder));
        }
        if (item.reminded() != null && item.state() == WorkItem.State.OPEN) {
            add(part("row-meta", getTranslation("inbox.row.reminded", Dates.day(item.reminded()))));
        }
    }

    private String title(WorkItem item) {
        String name = getTranslation("task." + item.taskKey());
        return item.revision() > 1 ? getTranslation("inbox.row.revision", name, item.revision()) : name;
    }

    private String holder(WorkItem item, PersonId me) {
        if (item.state() != WorkItem.State.OPEN
                || item.claimedAt() == null
                || item.group().isPersonal()) {
            return item.escalated() ? getTranslation("inbox.row.escalated") : "";
        }
        String day = Dates.day(item.claimedAt());
        return me.equals(item.claimedBy())
                ? getTranslation("inbox.row.claimedByYou", day)
                : getTranslation("inbox.row.claimedBy", String.valueOf(item.claimedName()), day);
    }

    private static Span part(String className, String text) {
        Span span = new Span(text);
        span.addClassName(className);
        return span;
    }
}
