package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.schoolcollab.ledger.CorrectionView;
import org.schoolcollab.ledger.Corrections;
import org.schoolcollab.ledger.payment.DueInstalment;
import org.schoolcollab.ledger.payment.DueQueries;
import org.schoolcollab.ledger.payment.PaymentExport;
import org.schoolcollab.ledger.payment.Reconciling;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;

/** What waits for somebody in finance, each with the way to it: also what no task in the queue stands for. */
@org.springframework.stereotype.Component
class WaitsOnScreen {

    private final DueQueries due;
    private final PaymentExport exports;
    private final Reconciling reconciling;
    private final Corrections corrections;
    private final CurrentUser currentUser;

    WaitsOnScreen(
            DueQueries due,
            PaymentExport exports,
            Reconciling reconciling,
            Corrections corrections,
            CurrentUser currentUser) {
        this.due = due;
        this.exports = exports;
        this.reconciling = reconciling;
        this.corrections = corrections;
        this.currentUser = currentUser;
    }

    /** Over all rounds and areas. */
    Component list() {
        List<DueInstalment> open = due.open(null);
        UnorderedList list = new UnorderedList();
        add(list, "due", "money/due", open.stream().filter(DueInstalment::isDue).count());
        add(
                list,
                "approve",
                "money/batches",
                open.stream()
                        .filter(DueInstalment::isRequested)
                        .filter(instalment -> instalment.holdReason() == null)
                        .count());
        add(list, "export", "money/exports", exports.waiting().payments().size());
        add(list, "differ", "money/reconcile", reconciling.differences().size());
        add(list, "corrections", "money/reconcile", openCorrections());
        Section box = new Section(new H2(list.getTranslation("ledger.waits.title")));
        box.addClassName("stack");
        box.add(
                list.getChildren().findAny().isPresent()
                        ? list
                        : new Paragraph(box.getTranslation("ledger.waits.none")));
        return box;
    }

    private long openCorrections() {
        boolean reads = List.of(Role.FINANCE_OFFICER, Role.FINANCE_APPROVER, Role.AUDITOR).stream()
                .anyMatch(currentUser.actor()::has);
        return reads
                ? corrections.all().stream()
                        .filter(request -> request.status() == CorrectionView.Status.OPEN)
                        .count()
                : 0;
    }

    private static void add(UnorderedList list, String what, String address, long number) {
        if (number > 0) {
            list.add(new ListItem(new Anchor(address, list.getTranslation("ledger.waits." + what, number))));
        }
    }
}
