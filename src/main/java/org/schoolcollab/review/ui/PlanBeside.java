package org.schoolcollab.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Optional;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.PlanOnScreen;
import org.schoolcollab.review.Recommendation;
import org.schoolcollab.review.Recommendation.Verdict;
import org.schoolcollab.shell.Facts;

/** The plan beside the form that is filled in about it: what it asks for, what changed, and where the rest of the bid is. */
class PlanBeside extends Section {

    /** @param before earlier reviews of the bid */
    PlanBeside(BidSummary bid, PlanOnScreen plans, List<Recommendation> before) {
        addClassNames("card", "stack");
        getElement().setAttribute("aria-label", getTranslation("review.plan"));
        add(
                new Facts()
                        .fact(
                                getTranslation("review.requested"),
                                bid.requested().format())
                        .fact(getTranslation("review.guide"), bid.guide().format())
                        .fact(getTranslation("review.matched"), bid.matched().format()),
                more(bid));
        answers(bid, before).ifPresent(this::add);
        plans.changedSinceLastSubmission(bid)
                .ifPresent(changes -> add(new H2(getTranslation("review.changed")), changes));
        add(plans.marked(bid));
    }

    /** What belongs to the bid and is not in the plan's sheet. */
    private Div more(BidSummary bid) {
        Div links = new Div(
                new Anchor(BidPage.address(bid.id(), "schools"), getTranslation("review.plan.schools")),
                new Anchor(BidPage.address(bid.id(), "files"), getTranslation("review.plan.files")),
                new Anchor(BidPage.address(bid.id()) + "/last-round", getTranslation("review.plan.lastRound")));
        links.addClassName("plan-more");
        return links;
    }

    /** What the return before this revision asked for, and what the lead answered. */
    private Optional<Component> answers(BidSummary bid, List<Recommendation> all) {
        return all.stream()
                .filter(before -> before.revision() == bid.revision() - 1)
                .filter(before ->
                        before.verdict() == Verdict.RETURNED && !before.points().isEmpty())
                .findFirst()
                .map(before -> {
                    Div box = new Div(new H2(getTranslation("review.answers")), new PointTable(before.points()));
                    box.addClassName("stack");
                    return box;
                });
    }
}
