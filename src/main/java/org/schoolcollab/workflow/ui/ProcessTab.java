package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.CaseTab;
import org.schoolcollab.bid.WhereItStands;
import org.schoolcollab.inbox.BidWork;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.workflow.BidCourse;
import org.schoolcollab.workflow.running.PausedBids;

/** A bid's way through its process: who can act now and by when, the diagram, and the same as an ordered list. */
@org.springframework.stereotype.Component
class ProcessTab implements CaseTab {

    private static final int ORDER = 70;

    private final BidCourse course;
    private final BidWork work;
    private final WhereItStands where;
    private final PausedBids paused;

    ProcessTab(BidCourse course, BidWork work, WhereItStands where, PausedBids paused) {
        this.course = course;
        this.work = work;
        this.where = where;
        this.paused = paused;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String key() {
        return "process";
    }

    @Override
    public String titleKey() {
        return "workflow.tab";
    }

    @Override
    public Component content(BidSummary bid) {
        Div box = new Div();
        box.addClassNames("stack", "process-tab");
        box.add(new H2(box.getTranslation("workflow.tab.now")));
        now(box, bid).forEach(sentence -> box.add(new Paragraph(sentence)));
        StepsInWords words = new StepsInWords(bid, work.of(bid.id()), course.waitsFor(bid.id()));
        Div diagrams = new Div();
        diagrams.addClassName("stack");
        for (BidCourse.Diagram found : course.diagrams(bid.id())) {
            ProcessDiagram diagram = new ProcessDiagram();
            diagram.show(
                    found.bpmn(),
                    found.done(),
                    found.now(),
                    box.getTranslation("workflow.diagram.label", found.name()));
            diagrams.add(new H2(found.name()), diagram);
        }
        box.add(new H2(box.getTranslation("workflow.tab.steps")), words, diagrams);
        return box;
    }

    /** Who can act now, with the deadline and why; or what the bid waits for. */
    private List<String> now(Component owner, BidSummary bid) {
        List<String> open = where.of(bid.id()).stream()
                .map(step -> {
                    String name = owner.getTranslation(step.titleKey());
                    return step.due() == null
                            ? owner.getTranslation("workflow.now.open", name, step.who())
                            : owner.getTranslation(
                                    "workflow.now.due", name, step.who(), Dates.day(step.due()), step.why());
                })
                .toList();
        if (!open.isEmpty()) {
            return open;
        }
        Optional<PausedBids.Pause> pause = paused.of(bid.id());
        if (pause.isPresent()) {
            return List.of(owner.getTranslation(
                    "workflow.now.paused",
                    pause.get().by(),
                    Dates.moment(pause.get().at()),
                    pause.get().reason()));
        }
        return List.of(course.waitsFor(bid.id())
                .map(wait -> StepsInWords.words(owner, wait))
                .orElseGet(() -> owner.getTranslation("workflow.now.ended")));
    }
}
