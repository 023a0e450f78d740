package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.Refusals;
import org.schoolcollab.workflow.Reconciliation;
import org.schoolcollab.workflow.Reconciliation.Difference;
import org.schoolcollab.workflow.Reconciliation.Kind;
import org.schoolcollab.workflow.running.PuttingRight;

/** Where queues, bids and processes disagree, each with a way to put it right. */
class DifferencesPart extends Div {

    private final transient Reconciliation reconciliation;
    private final transient PuttingRight puttingRight;
    private final boolean mayAct;

    DifferencesPart(Reconciliation reconciliation, PuttingRight puttingRight, boolean mayAct) {
        this.reconciliation = reconciliation;
        this.puttingRight = puttingRight;
        this.mayAct = mayAct;
        addClassName("stack");
        show();
    }

    void show() {
        removeAll();
        List<Difference> differences = reconciliation.differences();
        Paragraph summary = new Paragraph(getTranslation(
                differences.isEmpty() ? "workflow.reconcile.none" : "workflow.reconcile.some", differences.size()));
        summary.addClassName("notice");
        summary.setClassName("notice-warn", !differences.isEmpty());
        summary.getElement().setAttribute("role", "status");
        UnorderedList list = new UnorderedList();
        differences.forEach(difference -> list.add(new ListItem(
                new Span(getTranslation(
                                "workflow.reconcile." + difference.kind().name(),
                                difference.subject(),
                                difference.shown(),
                                difference.engine())
                        + " "),
                remedy(difference))));
        list.setVisible(!differences.isEmpty());
        add(summary, list);
    }

    private Component remedy(Difference difference) {
        if (difference.kind() == Kind.STATUS_AND_PROCESS) {
            return new Anchor(
                    BidPage.address(BidId.of(difference.subject()), "process"),
                    getTranslation("workflow.reconcile.look"));
        }
        if (!mayAct) {
            return new Span();
        }
        return new Button(getTranslation("workflow.reconcile.putRight"), e -> {
            try {
                puttingRight.putRight(difference.kind(), difference.subject());
                Refusals.done(getTranslation("workflow.reconcile.done"));
            } catch (BusinessRuleViolation refused) {
                Refusals.show(this, refused);
            }
            show();
        });
    }
}
