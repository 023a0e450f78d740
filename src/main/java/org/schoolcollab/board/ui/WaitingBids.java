package org.schoolcollab.board.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.Meeting;
import org.schoolcollab.board.MeetingPlanning;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;

/** Reviewed bids that wait for this board and are on no agenda yet. */
class WaitingBids extends Section {

    WaitingBids(List<BidSummary> waiting, Meeting meeting, MeetingPlanning planning, Runnable refresh) {
        String name = getTranslation("board.waiting.title");
        Section heading = MeetingView.card(name);
        addClassNames("card", "stack");
        heading.getChildren().toList().forEach(this::add);
        if (waiting.isEmpty()) {
            Paragraph empty = new Paragraph(getTranslation("board.waiting.empty"));
            empty.addClassName("empty");
            add(empty);
            return;
        }
        DataTable table = new DataTable(
                name,
                Column.text(getTranslation("board.agenda.bid")),
                Column.number(getTranslation("board.requested")),
                Column.number(getTranslation("board.agenda.recommended")),
                Column.text(getTranslation("board.waiting.put")));
        for (BidSummary bid : waiting) {
            Button put = new Button(
                    getTranslation("board.waiting.put"),
                    e -> MeetingView.attempt(this, () -> {
                        planning.putOn(meeting.id(), bid.id());
                        refresh.run();
                    }));
            put.setAriaLabel(getTranslation("board.waiting.put.of", bid.collaborationName()));
            table.row(
                    new Anchor(BidPage.address(bid.id()), bid.collaborationName()),
                    new Span(bid.requested().format()),
                    new Span(Objects.requireNonNullElse(bid.recommended(), bid.requested())
                            .format()),
                    put);
        }
        add(table);
    }
}
