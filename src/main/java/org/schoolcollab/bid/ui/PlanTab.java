package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.CaseTab;
import org.schoolcollab.bid.LastRound;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanOnScreen;
import org.schoolcollab.bid.PlanPrint;
import org.schoolcollab.bid.PlanRevision;
import org.schoolcollab.bid.PlanRevisions;
import org.schoolcollab.bid.attachment.Attachments;
import org.schoolcollab.paper.PaperOnScreen;

/** The plan to read. */
@org.springframework.stereotype.Component
class PlanTab implements CaseTab, PlanOnScreen {

    private static final int ORDER = 10;

    private final PlanPrint plans;
    private final PlanRevisions revisions;
    private final PlanCatalogue catalogue;
    private final Attachments attachments;
    private final LastRound lastRound;

    PlanTab(
            PlanPrint plans,
            PlanRevisions revisions,
            PlanCatalogue catalogue,
            Attachments attachments,
            LastRound lastRound) {
        this.plans = plans;
        this.revisions = revisions;
        this.catalogue = catalogue;
        this.attachments = attachments;
        this.lastRound = lastRound;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String key() {
        return "plan";
    }

    @Override
    public String titleKey() {
        return "bid.tab.plan";
    }

    @Override
    public Component content(BidSummary bid) {
        Div tab = new Div();
        tab.addClassName("stack");
        Div ways = new Div(new Anchor(BidPage.address(bid.id()) + "/plan/print", tab.getTranslation("bid.print.link")));
        ways.addClassName("item-ways");
        if (!revisions.of(bid.id()).isEmpty()) {
            ways.add(new Anchor(BidPage.address(bid.id()) + "/revisions", tab.getTranslation("bid.revisions.link")));
        }
        if (lastRound.exists(bid.id())) {
            ways.add(new Anchor(BidPage.address(bid.id()) + "/last-round", tab.getTranslation("bid.lastRound.link")));
        }
        Div sheet = new Div(readOnly(bid));
        tab.add(ways);
        plans.since(bid.id()).ifPresent(since -> {
            Checkbox marks = new Checkbox(tab.getTranslation("bid.print.mark", since.revision()));
            marks.addValueChangeListener(e -> {
                sheet.removeAll();
                sheet.add(e.getValue() ? marked(bid) : readOnly(bid));
            });
            tab.add(marks);
        });
        tab.add(sheet);
        return tab;
    }

    @Override
    public Component readOnly(BidSummary bid) {
        return new PaperOnScreen(plans.plan(bid.id()));
    }

    @Override
    public Component marked(BidSummary bid) {
        return new PaperOnScreen(plans.marked(bid.id()));
    }

    @Override
    public Optional<Component> changedSinceLastSubmission(BidSummary bid) {
        List<PlanRevision> submitted = revisions.of(bid.id()).stream()
                .filter(revision -> revision.kind() == PlanRevision.Kind.SUBMITTED)
                .toList();
        if (submitted.size() < 2) {
            return Optional.empty();
        }
        PlanRevision before = submitted.get(1);
        Span words = new Span();
        return Optional.of(new RevisionDifferences(
                revisions.difference(
                        bid.id(), before.number(), submitted.getFirst().number()),
                catalogue,
                attachments,
                words.getTranslation("bid.revisions.asSubmitted", before.revision()),
                words.getTranslation(
                        "bid.revisions.asSubmitted", submitted.getFirst().revision())));
    }
}
