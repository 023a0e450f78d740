package org.schoolcollab.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.schoolcollab.audit.AuditQueries.Entry;
import org.schoolcollab.audit.BidHistory;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.Stage;
import org.schoolcollab.inbox.WorkItem;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.StatusBadge;
import org.schoolcollab.shell.Steps;

/** The task that is selected: the facts, what one can do, and what has happened. */
class TaskDetail extends Section {

    /** How many of the latest records are shown. */
    private static final int LATEST = 8;

    private final WorkItem item;
    private final transient PersonId me;
    private final transient PortalClock clock;
    private final Div buttons = new Div();

    TaskDetail(WorkItem item, BidSummary bid, BidHistory history, PersonId me, PortalClock clock) {
        this.item = item;
        this.me = me;
        this.clock = clock;
        addClassNames("card", "task-detail");
        String name = getTranslation("task." + item.taskKey());
        H2 heading = new H2(getTranslation("inbox.detail.title", name, bid.collaborationName()));
        heading.setId("task-heading");
        getElement().setAttribute("aria-labelledby", "task-heading");
        Paragraph where = new Paragraph(
                getTranslation("inbox.detail.where", bid.roundName(), bid.areaName(), bid.districtName()));
        where.addClassName("hint");
        add(heading, where);
        if (item.state() != WorkItem.State.OPEN) {
            add(over());
        }
        add(stages(), facts(bid));
        buttons.addClassName("row");
        add(buttons, new H2(getTranslation("inbox.detail.history")), timeline(history, bid));
        add(new Anchor("bids/" + bid.id(), getTranslation("inbox.detail.case")));
    }

    /** Said instead of buttons where somebody has been quicker, or the task is gone. */
    private Paragraph over() {
        String words = item.state() == WorkItem.State.DONE && item.doneAt() != null
                ? getTranslation("inbox.detail.done", String.valueOf(item.doneName()), Dates.moment(item.doneAt()))
                : getTranslation(item.state() == WorkItem.State.PAUSED ? "error.inbox.paused" : "inbox.detail.gone");
        Paragraph notice = new Paragraph(words);
        notice.addClassName("notice");
        return notice;
    }

    private Steps stages() {
        Steps steps = new Steps(getTranslation("inbox.detail.stages"));
        for (Stage stage : Stage.values()) {
            int behind = stage.compareTo(item.stage());
            steps.step(
                    getTranslation("enum.Stage." + stage.name()),
                    behind < 0 ? Steps.State.DONE : behind == 0 ? Steps.State.NOW : Steps.State.NEXT);
        }
        return steps;
    }

    private Facts facts(BidSummary bid) {
        Facts facts = new Facts();
        facts.fact(getTranslation("inbox.detail.requested"), bid.requested().format());
        boolean within = !bid.requested().isMoreThan(bid.guide());
        facts.fact(
                getTranslation("inbox.detail.guide"),
                new Span(bid.guide().format() + " "),
                new StatusBadge(
                        getTranslation(within ? "inbox.detail.withinGuide" : "inbox.detail.aboveGuide"),
                        within ? StatusBadge.Tone.GOOD : StatusBadge.Tone.WARN));
        facts.fact(getTranslation("inbox.detail.matched"), bid.matched().format());
        if (bid.recommended() != null) {
            facts.fact(
                    getTranslation("inbox.detail.recommended"),
                    bid.recommended().format());
        }
        if (bid.agreed() != null) {
            facts.fact(getTranslation("inbox.detail.agreed"), bid.agreed().format());
        }
        if (item.due() != null) {
            facts.fact(
                    getTranslation("inbox.detail.due"),
                    new Span(getTranslation(
                                    "inbox.detail.dueWhy",
                                    Dates.day(item.due()),
                                    getTranslation("task." + item.taskKey() + ".why"))
                            + " "),
                    DueWords.badge(this, item, clock));
        }
        if (item.reminded() != null) {
            facts.fact(
                    getTranslation("inbox.detail.reminded"),
                    getTranslation("inbox.detail.remindedOn", Dates.moment(item.reminded())));
        }
        if (item.claimedAt() != null && item.state() == WorkItem.State.OPEN) {
            String who = me.equals(item.claimedBy())
                    ? getTranslation("inbox.detail.you")
                    : String.valueOf(item.claimedName());
            facts.fact(
                    getTranslation("inbox.detail.claimed"),
                    getTranslation("inbox.detail.claimedSince", who, Dates.day(item.claimedAt())));
        }
        return facts;
    }

    private Component timeline(BidHistory history, BidSummary bid) {
        OrderedList list = new OrderedList();
        list.addClassName("timeline");
        Map<Said, Entry> latest = new LinkedHashMap<>();
        Map<Said, Integer> times = new HashMap<>();
        history.of(bid.id().value()).reversed().forEach(entry -> {
            Said said = new Said(entry.personName(), entry.action(), Dates.moment(entry.at()));
            latest.putIfAbsent(said, entry);
            times.merge(said, 1, Integer::sum);
        });
        latest.entrySet().stream()
                .limit(LATEST)
                .forEach(said -> list.add(line(said.getValue(), times.getOrDefault(said.getKey(), 1))));
        return list;
    }

    /** What would be read in the same words, such as the reminders of the tasks of many schools. */
    private record Said(String person, String action, String moment) {}

    private ListItem line(Entry entry, int times) {
        String sentence =
                getTranslation("inbox.detail.sentence", entry.personName(), getTranslation("audit." + entry.action()));
        ListItem line =
                new ListItem(new Span(times == 1 ? sentence : getTranslation("inbox.detail.times", sentence, times)));
        Element time = new Element("time");
        time.setAttribute("datetime", entry.at().toString());
        time.setText(Dates.moment(entry.at()));
        line.getElement().appendChild(time);
        return line;
    }

    /** Adds a button; the first is the main one. */
    void offer(String text, Runnable act) {
        Button button = new Button(text, e -> act.run());
        button.setDisableOnClick(true);
        if (buttons.getComponentCount() == 0) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        buttons.add(button);
    }
}
