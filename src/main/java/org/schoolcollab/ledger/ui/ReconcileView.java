package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.ledger.payment.Difference;
import org.schoolcollab.ledger.payment.PaidStatusLoad;
import org.schoolcollab.ledger.payment.PaidStatusLoad.FileSummary;
import org.schoolcollab.ledger.payment.Reconciling;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Refusals;

/** What the council's ledger reports, beside what was paid out: control totals, files, differences until they are solved. */
@Route("money/reconcile")
@RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
public class ReconcileView extends MoneyPage implements BeforeEnterObserver {

    private final transient Reconciling reconciling;
    private final transient PaidStatusLoad load;
    private final transient CorrectionsOnScreen corrections;
    private final transient CurrentUser currentUser;

    ReconcileView(
            Reconciling reconciling, PaidStatusLoad load, CorrectionsOnScreen corrections, CurrentUser currentUser) {
        super(Section.RECONCILE);
        this.reconciling = reconciling;
        this.load = load;
        this.corrections = corrections;
        this.currentUser = currentUser;
        title(getTranslation("ledger.reconcile.title"));
        subtitle(getTranslation("ledger.reconcile.subtitle"));
        if (currentUser.actor().has(Role.FINANCE_OFFICER)) {
            add(new H2(getTranslation("ledger.paid.title")), new PaidFileForm(load, this::show));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    /** Once more: what was said about the last file, and the choice beside the next one, stay. */
    @Override
    public void loadAnew() {
        show();
    }

    private void show() {
        content.removeAll();
        content.add(totals());
        List<Difference> differences = reconciling.differences();
        section("ledger.reconcile.differences", differences.isEmpty(), () -> differences(differences));
        content.add(corrections.requests(this::show));
        List<FileSummary> files = load.all();
        section("ledger.reconcile.files", files.isEmpty(), () -> files(files));
    }

    private Facts totals() {
        Reconciling.Totals totals = reconciling.totals();
        return new Facts()
                .fact(
                        getTranslation("ledger.reconcile.released"),
                        totals.released().format())
                .fact(
                        getTranslation("ledger.reconcile.unexported"),
                        totals.unexported().format())
                .fact(
                        getTranslation("ledger.reconcile.exported"),
                        totals.exported().format())
                .fact(getTranslation("ledger.reconcile.paid"), totals.paid().format())
                .fact(getTranslation("ledger.reconcile.failed"), totals.failed().format());
    }

    private DataTable differences(List<Difference> differences) {
        DataTable table = new DataTable(
                        getTranslation("ledger.reconcile.differences"),
                        Column.text(getTranslation("ledger.exports.reference")),
                        Column.text(getTranslation("ledger.release.collaboration")),
                        Column.text(getTranslation("ledger.exports.payee")),
                        Column.number(getTranslation("ledger.award.amount")),
                        Column.text(getTranslation("ledger.reconcile.difference")),
                        Column.text(getTranslation("ledger.reconcile.mend")))
                .stacked();
        boolean mayAct = currentUser.actor().has(Role.FINANCE_OFFICER);
        differences.forEach(difference -> table.row(
                new Anchor(BidPage.address(difference.bid(), "money"), difference.reference()),
                new Span(difference.collaboration()),
                new Span(difference.payee()),
                AwardOnScreen.amount(difference.amount()),
                new Span(inWords(difference)),
                mayAct ? buttons(difference) : new Span("")));
        return table;
    }

    private String inWords(Difference difference) {
        String reported =
                difference.reported() == null ? "" : difference.reported().format();
        String on = difference.reportedOn() == null ? "" : Dates.day(difference.reportedOn());
        return getTranslation(
                "ledger.reconcile.kind." + difference.kind().name(), Dates.day(difference.exportedAt()), reported, on);
    }

    private Component buttons(Difference difference) {
        Facts facts = new Facts()
                .fact(getTranslation("ledger.exports.reference"), difference.reference())
                .fact(getTranslation("ledger.exports.payee"), difference.payee())
                .fact(getTranslation("ledger.reconcile.difference"), inWords(difference));
        Button solve = new Button(
                getTranslation("ledger.reconcile.solve"),
                event -> ReasonDialog.open(
                        getTranslation("ledger.reconcile.solve.ask"),
                        facts,
                        getTranslation("ledger.reconcile.solve.next"),
                        getTranslation("ledger.reconcile.solve.verb"),
                        reason -> {
                            reconciling.solve(difference.release(), difference.kind(), reason);
                            Refusals.done(getTranslation("ledger.reconcile.solve.done"));
                            show();
                        }));
        solve.setAriaLabel(getTranslation("ledger.reconcile.solve.of", difference.reference()));
        Div buttons = new Div(solve);
        buttons.addClassName("buttons");
        if (difference.kind() == Difference.Kind.FAILED) {
            buttons.addComponentAsFirst(corrections.reversal(difference, facts, this::show));
        }
        return buttons;
    }

    private DataTable files(List<FileSummary> files) {
        DataTable table = new DataTable(
                        getTranslation("ledger.reconcile.files"),
                        Column.text(getTranslation("ledger.exports.file")),
                        Column.text(getTranslation("ledger.reconcile.loadedAt")),
                        Column.text(getTranslation("ledger.journal.person")),
                        Column.number(getTranslation("ledger.paid.lines")),
                        Column.text(getTranslation("ledger.exports.hash")))
                .stacked();
        for (FileSummary file : files) {
            table.row(
                    new Span(file.name()),
                    new Span(Dates.moment(file.loadedAt())),
                    new Span(file.loadedBy()),
                    new Span(Integer.toString(file.lines())),
                    AwardOnScreen.hash(file.sha256()));
        }
        return table;
    }
}
