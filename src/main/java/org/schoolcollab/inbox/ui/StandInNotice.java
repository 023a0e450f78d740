package org.schoolcollab.inbox.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.schoolcollab.inbox.DeputyQueries.Waiting;
import org.schoolcollab.inbox.InboxFilter;
import org.schoolcollab.inbox.InboxFilter.View;
import org.schoolcollab.inbox.StandIns.StandIn;
import org.schoolcollab.inbox.WorkItem;
import org.schoolcollab.shell.Dates;

/** Above the queue of whoever stands in for somebody: for whom, until when, and what is open with them. */
class StandInNotice extends Div {

    StandInNotice() {
        addClassName("stack");
        setVisible(false);
    }

    void show(List<Waiting> all) {
        removeAll();
        all.forEach(waiting -> add(notice(waiting)));
        setVisible(!all.isEmpty());
    }

    private Div notice(Waiting waiting) {
        StandIn standIn = waiting.standIn();
        List<WorkItem> open = waiting.open();
        Div box = new Div(new Paragraph(getTranslation(
                "inbox.standIn.until",
                standIn.awayName(),
                Dates.day(standIn.from()),
                Dates.day(standIn.to()),
                open.size())));
        box.addClassNames("notice", "stand-in");
        if (!open.isEmpty()) {
            UnorderedList list = new UnorderedList();
            open.forEach(item -> list.add(new ListItem(new Anchor(
                    "tasks?"
                            + new TaskAddress(InboxFilter.of(View.GROUP), item.taskId())
                                    .query()
                                    .getQueryString(),
                    getTranslation(
                            "inbox.detail.title",
                            getTranslation("task." + item.taskKey()),
                            item.collaborationName())))));
            box.add(list);
        }
        return box;
    }
}
