package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.ledger.CorrectionView;
import org.schoolcollab.ledger.Corrections;
import org.schoolcollab.ledger.payment.Difference;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Refusals;

/** Reversals and clawbacks: asked for by one person in finance, decided by another. */
@org.springframework.stereotype.Component
class CorrectionsOnScreen {

    private final Corrections corrections;
    private final CurrentUser currentUser;

    CorrectionsOnScreen(Corrections corrections, CurrentUser currentUser) {
        this.corrections = corrections;
        this.currentUser = currentUser;
    }

    /** A button that asks for the reversal of a payment that failed. */
    Button reversal(Difference difference, Facts facts, Runnable done) {
        Button button = new Button();
        button.setText(button.getTranslation("ledger.correction.reverse"));
        button.setAriaLabel(button.getTranslation("ledger.correction.reverse.of", difference.reference()));
        button.addClickListener(event -> ReasonDialog.open(
                button.getTranslation("ledger.correction.ask"),
                facts,
                button.getTranslation("ledger.correction.next"),
                button.getTranslation("ledger.correction.verb", difference.amount()),
                reason -> {
                    corrections.requestReversal(difference.release(), reason);
                    Refusals.done(button.getTranslation("ledger.correction.done"));
                    done.run();
                }));
        return button;
    }

    /** Every request with its state; open ones with what another person may do. Nothing for who may not read them. */
    Component requests(Runnable done) {
        return requests(request -> true, done);
    }

    /** The same, of one bid alone. */
    Component of(BidId bid, Runnable done) {
        return requests(request -> request.bid().equals(bid), done);
    }

    private Component requests(Predicate<CorrectionView> wanted, Runnable done) {
        Div part = new Div();
        part.addClassName("stack");
        if (List.of(Role.FINANCE_OFFICER, Role.FINANCE_APPROVER, Role.AUDITOR).stream()
                .noneMatch(currentUser.actor()::has)) {
            return part;
        }
        String title = part.getTranslation("ledger.correction.title");
        part.add(new H2(title));
        List<CorrectionView> all = corrections.all().stream().filter(wanted).toList();
        if (all.isEmpty()) {
            part.add(new Paragraph(part.getTranslation("ledger.correction.none")));
            return part;
        }
        DataTable table = new DataTable(
                title,
                Column.text(part.getTranslation("ledger.release.collaboration")),
                Column.text(part.getTranslation("ledger.exports.payee")),
                Column.text(part.getTranslation("ledger.journal.kind")),
                Column.number(part.getTranslation("ledger.award.amount")),
                Column.text(part.getTranslation("ledger.reason")),
                Column.text(part.getTranslation("ledger.award.status")));
        table.stacked();
        for (CorrectionView request : all) {
            table.row(
                    new Anchor(BidPage.address(request.bid(), "money"), request.collaboration()),
                    new Span(request.school()),
                    new Span(part.getTranslation(
                            "ledger.correction.kind." + request.kind().name(),
                            Objects.requireNonNullElse(request.reference(), ""))),
                    AwardOnScreen.amount(request.amount()),
                    new Span(request.reason()),
                    state(part, request, done));
        }
        part.add(table);
        return part;
    }

    private Component state(Component owner, CorrectionView request, Runnable done) {
        if (request.status() != CorrectionView.Status.OPEN) {
            return new Span(owner.getTranslation(
                    "ledger.correction.status." + request.status().name(),
                    Objects.requireNonNullElse(request.decidedBy(), "")));
        }
        Span waits = new Span(owner.getTranslation("ledger.correction.status.OPEN", request.requestedBy()));
        if (!currentUser.actor().has(Role.FINANCE_APPROVER)) {
            return waits;
        }
        Facts facts = new Facts()
                .fact(owner.getTranslation("ledger.release.collaboration"), request.collaboration())
                .fact(owner.getTranslation("ledger.exports.payee"), request.school())
                .fact(owner.getTranslation("ledger.reason"), request.reason());
        String verb = owner.getTranslation("ledger.correction.approve", request.amount());
        Button approve = new Button(
                verb,
                event -> new CheckDialog(
                                owner.getTranslation("ledger.approval.check"),
                                facts,
                                owner.getTranslation("ledger.correction.approve.next."
                                        + request.kind().name()),
                                verb,
                                () -> {
                                    corrections.approve(request.id());
                                    Refusals.done(owner.getTranslation("ledger.correction.approved"));
                                    done.run();
                                })
                        .open());
        Button reject = new Button(
                owner.getTranslation("ledger.correction.reject"),
                event -> ReasonDialog.open(
                        owner.getTranslation("ledger.correction.reject.ask"),
                        facts,
                        owner.getTranslation("ledger.correction.reject.next"),
                        owner.getTranslation("ledger.correction.reject"),
                        reason -> {
                            corrections.reject(request.id(), reason);
                            Refusals.done(owner.getTranslation("ledger.correction.rejected"));
                            done.run();
                        }));
        Div buttons = new Div(waits, approve, reject);
        buttons.addClassName("buttons");
        return buttons;
    }
}
