package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Refusals;
import org.schoolcollab.shell.StatusBadge;
import org.schoolcollab.workflow.ProcessRuns;
import org.schoolcollab.workflow.ProcessRuns.UnderWay;
import org.schoolcollab.workflow.running.BidPauses;
import org.schoolcollab.workflow.running.BidTokens;

/** Bids under way on a version: where each stands since when, whether it is paused, and what can be done. */
class UnderWayPart extends Div {

    private final transient ProcessRuns runs;
    private final transient BidPauses pauses;
    private final transient BidTokens tokens;
    private final String key;
    private final int version;
    private final boolean mayAct;

    UnderWayPart(ProcessRuns runs, BidPauses pauses, BidTokens tokens, String key, int version, boolean mayAct) {
        this.runs = runs;
        this.pauses = pauses;
        this.tokens = tokens;
        this.key = key;
        this.version = version;
        this.mayAct = mayAct;
        addClassName("stack");
        show();
    }

    private void show() {
        removeAll();
        List<UnderWay> bids = runs.underWay(key, version);
        if (bids.isEmpty()) {
            return;
        }
        DataTable table = new DataTable(
                        getTranslation("workflow.running.underWay", version),
                        Column.text(getTranslation("workflow.running.bid")),
                        Column.text(getTranslation("workflow.running.at")),
                        Column.text(getTranslation("workflow.running.since")),
                        Column.text(getTranslation("workflow.versions.acts")))
                .stacked();
        bids.forEach(bid -> table.row(
                new Anchor(BidPage.address(bid.bid(), "process"), bid.collaborationName()),
                at(bid),
                new Span(Dates.day(bid.since())),
                acts(bid)));
        add(table);
        if (bids.size() == ProcessRuns.SHOWN_AT_MOST) {
            Paragraph more = new Paragraph(getTranslation("workflow.running.more", ProcessRuns.SHOWN_AT_MOST));
            more.addClassName("hint");
            add(more);
        }
    }

    private Component at(UnderWay bid) {
        Div at = new Div(new Span(String.join(", ", bid.steps()) + " "));
        if (bid.paused()) {
            at.add(new StatusBadge(getTranslation("workflow.running.paused"), StatusBadge.Tone.WARN));
        }
        return at;
    }

    private Component acts(UnderWay bid) {
        Div acts = new Div();
        acts.addClassName("row");
        if (!mayAct) {
            return acts;
        }
        String verb = bid.paused() ? "resume" : "pause";
        acts.add(button(
                verb,
                bid,
                () -> new CommentDialog(
                                getTranslation("workflow.running." + verb + ".title", bid.collaborationName()),
                                getTranslation("workflow.running." + verb + ".next"),
                                getTranslation("workflow.running." + verb),
                                reason -> {
                                    if (bid.paused()) {
                                        pauses.resume(bid.bid(), reason);
                                    } else {
                                        pauses.pause(bid.bid(), reason);
                                    }
                                    Refusals.done(
                                            getTranslation("workflow.running.done." + verb, bid.collaborationName()));
                                    show();
                                })
                        .open()));
        if (!bid.paused()) {
            acts.add(button(
                    "move",
                    bid,
                    () -> new MoveTokenDialog(tokens, bid.bid(), bid.collaborationName(), this::show).open()));
        }
        return acts;
    }

    private Button button(String verb, UnderWay bid, Runnable step) {
        Button button = new Button(getTranslation("workflow.running." + verb), e -> step.run());
        button.setAriaLabel(getTranslation(
                "workflow.running.act", button.getText(), String.join(", ", bid.steps()), bid.collaborationName()));
        return button;
    }
}
