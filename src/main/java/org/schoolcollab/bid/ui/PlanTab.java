package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.CaseTab;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanOnScreen;
import org.schoolcollab.bid.PlanRevision;
import org.schoolcollab.bid.PlanRevisions;

/** The plan to read. */
@org.springframework.stereotype.Component
class PlanTab implements CaseTab, PlanOnScreen {

    private static final int ORDER = 10;

    private final BidQueries bids;
    private final PlanRevisions revisions;
    private final PlanCatalogue catalogue;

    PlanTab(BidQueries bids, PlanRevisions revisions, PlanCatalogue catalogue) {
        this.bids = bids;
        this.revisions = revisions;
        this.catalogue = catalogue;
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
        Component plan = readOnly(bid);
        if (revisions.of(bid.id()).isEmpty()) {
            return plan;
        }
        Div tab = new Div();
        tab.addClassName("stack");
        tab.add(new Anchor(BidPage.address(bid.id()) + "/revisions", tab.getTranslation("bid.revisions.link")), plan);
        return tab;
    }

    @Override
    public Component readOnly(BidSummary bid) {
        Div sheet = new Div(
                new PlanSheet(bid, bids.plan(bid.id()), catalogue),
                new PartsSheet(bids.outline(bid.id()), new FieldText(catalogue)));
        sheet.addClassName("stack");
        return sheet;
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
                revisions.compare(
                        bid.id(), before.number(), submitted.getFirst().number()),
                catalogue,
                words.getTranslation("bid.revisions.asSubmitted", before.revision()),
                words.getTranslation(
                        "bid.revisions.asSubmitted", submitted.getFirst().revision())));
    }
}
