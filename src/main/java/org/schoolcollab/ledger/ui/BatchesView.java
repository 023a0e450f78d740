package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.schoolcollab.ledger.payment.BatchView;
import org.schoolcollab.ledger.payment.Batches;
import org.schoolcollab.ledger.payment.DueInstalment;
import org.schoolcollab.ledger.payment.DueQueries;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;

/** Requests to approve, single ones and batches, and every batch made so far. */
@Route("money/batches")
@RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
public class BatchesView extends MoneyPage implements BeforeEnterObserver {

    private final transient Batches batches;
    private final transient DueQueries due;

    BatchesView(Batches batches, DueQueries due) {
        super(Section.BATCHES);
        this.batches = batches;
        this.due = due;
        title(getTranslation("ledger.batches.title"));
        subtitle(getTranslation("ledger.batches.subtitle"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        content.removeAll();
        List<BatchView> all = batches.all();
        List<BatchView> open =
                all.stream().filter(batch -> !batch.toDecide().isEmpty()).toList();
        section("ledger.batches.toApprove", open.isEmpty(), () -> table("ledger.batches.toApprove", open));
        List<DueInstalment> single = due.open(null).stream()
                .filter(DueInstalment::isRequested)
                .filter(instalment -> open.stream()
                        .flatMap(batch -> batch.toDecide().stream())
                        .noneMatch(line ->
                                line.bid().equals(instalment.bid()) && line.instalment() == instalment.instalment()))
                .toList();
        section("ledger.batches.single", single.isEmpty(), () -> singles(single));
        section("ledger.batches.all", all.isEmpty(), () -> table("ledger.batches.all", all));
    }

    private DataTable singles(List<DueInstalment> instalments) {
        DataTable table = new DataTable(
                        getTranslation("ledger.batches.single"),
                        Column.text(getTranslation("ledger.release.collaboration")),
                        Column.text(getTranslation("ledger.money.area")),
                        Column.text(getTranslation("ledger.award.instalment")),
                        Column.number(getTranslation("ledger.award.amount")),
                        Column.text(getTranslation("ledger.batches.requestedBy")),
                        Column.text(getTranslation("ledger.award.status")))
                .stacked();
        instalments.forEach(instalment -> table.row(
                new Anchor("bids/" + instalment.bid() + "/release-approval", instalment.collaboration()),
                new Span(instalment.area()),
                new Span(Integer.toString(instalment.instalment())),
                AwardOnScreen.amount(instalment.open()),
                new Span(java.util.Objects.requireNonNullElse(instalment.requestedBy(), "")),
                new Span(
                        instalment.holdReason() == null
                                ? getTranslation("ledger.batch.approval.OPEN")
                                : getTranslation("ledger.batches.held", instalment.holdReason()))));
        return table;
    }

    private DataTable table(String title, List<BatchView> shown) {
        DataTable table = new DataTable(
                        getTranslation(title),
                        Column.text(getTranslation("ledger.batches.batch")),
                        Column.text(getTranslation("ledger.batches.requestedBy")),
                        Column.text(getTranslation("ledger.batches.requestedAt")),
                        Column.number(getTranslation("ledger.due.lines")),
                        Column.number(getTranslation("ledger.batches.open")),
                        Column.number(getTranslation("ledger.money.released")),
                        Column.number(getTranslation("ledger.award.amount")))
                .stacked();
        shown.forEach(batch -> table.row(
                new Anchor(BatchPage.address(batch.number()), getTranslation("ledger.batch.title", batch.number())),
                new Span(batch.requester()),
                new Span(Dates.moment(batch.requestedAt())),
                new Span(Integer.toString(batch.lines().size())),
                new Span(Integer.toString(batch.toDecide().size())),
                new Span(Integer.toString(batch.released().size())),
                AwardOnScreen.amount(BatchView.sum(batch.lines()))));
        return table;
    }
}
