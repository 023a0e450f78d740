package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.ledger.StatementLine;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.Dates;

/** The entries of a statement in the order given; each names the award and the school that it is about and leads to them. */
final class StatementEntries extends DataTable {

    StatementEntries(List<StatementLine> lines, StatementAddress address) {
        super(
                text("ledger.statement.entries"),
                Column.text(text("ledger.journal.at")),
                Column.text(text("ledger.statement.entry")),
                Column.text(text("ledger.journal.kind")),
                Column.text(text("ledger.statement.about")),
                Column.text(text("ledger.journal.debit")),
                Column.text(text("ledger.journal.credit")),
                Column.number(text("ledger.award.amount")),
                Column.text(text("ledger.journal.person")));
        stacked();
        for (StatementLine line : lines) {
            Span kind = new Span(getTranslation("enum.EntryKind." + line.kind().name()));
            String memo = Objects.requireNonNullElse(line.memo(), "");
            row(
                    new Span(Dates.moment(line.at())),
                    new Span(line.area() + " " + line.sequence()),
                    memo.isEmpty() ? kind : new Div(kind, new Paragraph(memo)),
                    about(line, address),
                    new Span(getTranslation("enum.Account." + line.debit().name())),
                    new Span(getTranslation("enum.Account." + line.credit().name())),
                    AwardOnScreen.amount(line.amount()),
                    new Span(Objects.requireNonNullElse(line.person(), AuditTrail.THE_PORTAL)));
        }
    }

    private static Component about(StatementLine line, StatementAddress address) {
        Div about = new Div();
        if (line.bid() != null && line.collaboration() != null) {
            about.add(new Anchor(address.ofBid(line.bid()).link(), line.collaboration()));
        }
        if (line.school() != null) {
            about.add(new Paragraph(line.school()));
        }
        return about;
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
