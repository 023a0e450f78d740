package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.ledger.AreaAllSpending;
import org.schoolcollab.ledger.FundingLine;
import org.schoolcollab.ledger.SpendingLine;
import org.schoolcollab.programme.Round;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.DayField;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Refusals;

/**
 * Area All, which the authority spends itself: what came in and went out, and what was spent, recorded by one person in finance and
 * corrected by another.
 */
@org.springframework.stereotype.Component
class AreaAllOnScreen {

    private static final List<Role> READ =
            List.of(Role.FINANCE_OFFICER, Role.FINANCE_APPROVER, Role.ADMINISTRATOR, Role.AUDITOR);

    private final AreaAllSpending spending;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    AreaAllOnScreen(AreaAllSpending spending, CurrentUser currentUser, PortalClock clock) {
        this.spending = spending;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** The lines of a round; nothing for who may not read them. */
    Component lines(Round round, Runnable again) {
        Div part = new Div();
        part.addClassName("stack");
        if (READ.stream().noneMatch(currentUser.actor()::has)) {
            return part;
        }
        part.add(new H2(part.getTranslation("ledger.areaAll.funding")), funding(part, round));
        part.add(new H2(part.getTranslation("ledger.areaAll.title")));
        if (currentUser.actor().has(Role.FINANCE_OFFICER) && round.status() != Round.Status.CLOSED) {
            part.add(new Div(spend(part, round, again)));
        }
        List<SpendingLine> lines = spending.of(round.id());
        if (lines.isEmpty()) {
            part.add(new Paragraph(part.getTranslation("ledger.areaAll.none")));
            return part;
        }
        DataTable table = new DataTable(
                        part.getTranslation("ledger.areaAll.title"),
                        Column.text(part.getTranslation("ledger.areaAll.purpose")),
                        Column.text(part.getTranslation("ledger.areaAll.on")),
                        Column.number(part.getTranslation("ledger.award.amount")),
                        Column.text(part.getTranslation("ledger.journal.person")),
                        Column.text(part.getTranslation("ledger.award.status")))
                .stacked();
        lines.forEach(line -> table.row(
                new Span(line.purpose()),
                new Span(Dates.day(line.spentOn())),
                AwardOnScreen.amount(line.amount()),
                new Span(line.recordedBy()),
                state(part, round, line, again)));
        part.add(table);
        return part;
    }

    private Component funding(Component owner, Round round) {
        List<FundingLine> lines = spending.funding(round.id());
        if (lines.isEmpty()) {
            return new Paragraph(owner.getTranslation("ledger.areaAll.funding.none"));
        }
        DataTable table = new DataTable(
                        owner.getTranslation("ledger.areaAll.funding"),
                        Column.text(owner.getTranslation("ledger.journal.at")),
                        Column.text(owner.getTranslation("ledger.journal.kind")),
                        Column.text(owner.getTranslation("ledger.areaAll.other")),
                        Column.number(owner.getTranslation("ledger.areaAll.in")),
                        Column.number(owner.getTranslation("ledger.areaAll.out")),
                        Column.text(owner.getTranslation("ledger.reason")),
                        Column.text(owner.getTranslation("ledger.journal.person")))
                .stacked();
        Money in = Money.ZERO;
        Money out = Money.ZERO;
        for (FundingLine line : lines) {
            in = line.isOut() ? in : in.plus(line.amount());
            out = line.isOut() ? out.plus(line.amount()) : out;
            table.row(
                    new Span(Dates.moment(line.at())),
                    new Span(
                            owner.getTranslation("enum.EntryKind." + line.kind().name())),
                    new Span(Objects.requireNonNullElse(line.otherArea(), "")),
                    line.isOut() ? new Span("") : AwardOnScreen.amount(line.amount()),
                    line.isOut() ? AwardOnScreen.amount(line.amount()) : new Span(""),
                    new Span(line.reason()),
                    new Span(Objects.requireNonNullElse(line.by(), AuditTrail.THE_PORTAL)));
        }
        table.sums(owner.getTranslation("ledger.award.total"), "", "", in.format(), out.format(), "", "");
        return table;
    }

    private Button spend(Component owner, Round round, Runnable again) {
        return new Button(owner.getTranslation("ledger.areaAll.record"), event -> {
            UUID once = UUID.randomUUID();
            DayField on = new DayField(owner.getTranslation("ledger.areaAll.on"));
            on.setValue(clock.today());
            AmountDialog.ask(owner.getTranslation("ledger.areaAll.ask"), owner.getTranslation("ledger.areaAll.purpose"))
                    .asking("error.ledger.areaAll.purpose")
                    .field("on", on)
                    .open(
                            owner.getTranslation("ledger.areaAll.next"),
                            owner.getTranslation("ledger.areaAll.verb"),
                            (amount, purpose) -> {
                                spending.spend(round.id(), purpose, amount, on.getValue(), once);
                                Refusals.done(owner.getTranslation("ledger.areaAll.done", amount));
                                again.run();
                            });
        });
    }

    private Component state(Component owner, Round round, SpendingLine line, Runnable again) {
        if (line.correctedWhy() != null) {
            return new Span(owner.getTranslation("ledger.areaAll.corrected", line.correctedWhy()));
        }
        if (!currentUser.actor().has(Role.FINANCE_APPROVER)) {
            return new Span(owner.getTranslation("ledger.areaAll.stands"));
        }
        Button correct = new Button(
                owner.getTranslation("ledger.areaAll.correct"),
                event -> ReasonDialog.open(
                        owner.getTranslation("ledger.areaAll.correct"),
                        new Facts()
                                .fact(owner.getTranslation("ledger.areaAll.purpose"), line.purpose())
                                .fact(
                                        owner.getTranslation("ledger.award.amount"),
                                        line.amount().format()),
                        owner.getTranslation("ledger.areaAll.correct.next"),
                        owner.getTranslation("ledger.areaAll.correct"),
                        reason -> {
                            spending.correct(round.id(), line.id(), reason);
                            Refusals.done(owner.getTranslation("ledger.areaAll.correct.done"));
                            again.run();
                        }));
        correct.setAriaLabel(owner.getTranslation("ledger.areaAll.correct.of", line.purpose()));
        return correct;
    }
}
