package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.schoolcollab.ledger.PayeeKind;
import org.schoolcollab.ledger.payment.ExportSummary;
import org.schoolcollab.ledger.payment.Payment;
import org.schoolcollab.ledger.payment.PaymentExport;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Downloads;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Refusals;

/** Approved payments on their way to the council's ledger: what the next file holds, and every file made so far. */
@Route("money/exports")
@RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
public class ExportsView extends MoneyPage implements BeforeEnterObserver {

    private final transient PaymentExport exports;
    private final transient CurrentUser currentUser;

    ExportsView(PaymentExport exports, CurrentUser currentUser) {
        super(Section.EXPORTS);
        this.exports = exports;
        this.currentUser = currentUser;
        title(getTranslation("ledger.exports.title"));
        subtitle(getTranslation("ledger.exports.subtitle"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        content.removeAll();
        PaymentExport.Waiting waiting = exports.waiting();
        section("ledger.exports.waiting", waiting.payments().isEmpty(), () -> payments(waiting));
        if (!waiting.payments().isEmpty() && currentUser.actor().has(Role.FINANCE_OFFICER)) {
            content.add(export(waiting));
        }
        List<ExportSummary> all = exports.all();
        section("ledger.exports.made", all.isEmpty(), () -> files(all));
    }

    private DataTable payments(PaymentExport.Waiting waiting) {
        DataTable table = new DataTable(
                getTranslation("ledger.exports.waiting"),
                Column.text(getTranslation("ledger.exports.reference")),
                Column.text(getTranslation("ledger.exports.payee")),
                Column.text(getTranslation("ledger.exports.kind")),
                Column.text(getTranslation("ledger.release.collaboration")),
                Column.text(getTranslation("ledger.exports.approvedOn")),
                Column.number(getTranslation("ledger.award.amount")));
        table.stacked();
        waiting.payments()
                .forEach(payment -> table.row(
                        payment.reference(),
                        payment.payee(),
                        getTranslation("enum.PayeeKind." + payment.kind().name()),
                        payment.collaboration(),
                        Dates.day(payment.approvedOn()),
                        payment.amount().format()));
        table.sums(
                getTranslation("ledger.award.total"),
                "",
                "",
                "",
                "",
                waiting.total().format());
        return table;
    }

    private Component export(PaymentExport.Waiting waiting) {
        String verb = getTranslation("ledger.exports.export", waiting.payments().size(), waiting.total());
        Button export = new Button(
                verb,
                event -> new CheckDialog(
                                getTranslation("ledger.exports.check"),
                                totals(waiting.payments()),
                                getTranslation("ledger.exports.next"),
                                verb,
                                () -> {
                                    long number = exports.export(waiting.sha256());
                                    Refusals.done(getTranslation("ledger.exports.done", number));
                                    show();
                                })
                        .open());
        export.addThemeVariants(ButtonVariant.PRIMARY);
        return new Div(export);
    }

    private Facts totals(List<Payment> payments) {
        Facts facts = new Facts();
        for (PayeeKind kind : PayeeKind.values()) {
            List<Payment> ofKind =
                    payments.stream().filter(payment -> payment.kind() == kind).toList();
            facts.fact(
                    getTranslation("enum.PayeeKind." + kind.name()),
                    getTranslation("ledger.exports.countAndSum", ofKind.size(), sum(ofKind)));
        }
        return facts.fact(
                getTranslation("ledger.award.total"),
                getTranslation("ledger.exports.countAndSum", payments.size(), sum(payments)));
    }

    private static Money sum(List<Payment> payments) {
        return payments.stream().map(Payment::amount).reduce(Money.ZERO, Money::plus);
    }

    private DataTable files(List<ExportSummary> all) {
        boolean download = List.of(Role.FINANCE_OFFICER, Role.FINANCE_APPROVER, Role.AUDITOR).stream()
                .anyMatch(currentUser.actor()::has);
        DataTable table = new DataTable(
                getTranslation("ledger.exports.made"),
                Column.text(getTranslation("ledger.exports.file")),
                Column.text(getTranslation("ledger.exports.exportedAt")),
                Column.text(getTranslation("ledger.journal.person")),
                Column.number(getTranslation("ledger.exports.lines")),
                Column.number(getTranslation("ledger.award.amount")),
                Column.text(getTranslation("ledger.exports.hash")));
        table.stacked();
        for (ExportSummary file : all) {
            table.row(
                    download
                            ? Downloads.link(
                                    file.fileName(),
                                    "text/csv;charset=utf-8",
                                    () -> exports.download(file.number()).content())
                            : new Span(file.fileName()),
                    new Span(Dates.moment(file.exportedAt())),
                    new Span(file.exportedBy()),
                    new Span(Integer.toString(file.lines())),
                    AwardOnScreen.amount(file.total()),
                    AwardOnScreen.hash(file.sha256()));
        }
        return table;
    }
}
