package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.ledger.payment.BatchView;
import org.schoolcollab.ledger.payment.BatchView.Refusal;
import org.schoolcollab.ledger.payment.BatchView.Result;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.StatusBadge;

/** The lines of a batch, each with what came of its request and of its approval, and why where it was refused. */
final class BatchTable extends DataTable {

    BatchTable(BatchView batch) {
        super(
                text("ledger.batch.lines"),
                Column.text(text("ledger.release.collaboration")),
                Column.text(text("ledger.money.area")),
                Column.text(text("ledger.award.instalment")),
                Column.number(text("ledger.award.amount")),
                Column.text(text("ledger.batch.request")),
                Column.text(text("ledger.batch.approval")));
        stacked();
        batch.lines()
                .forEach(line -> row(
                        new Anchor(BidPage.address(line.bid(), "money"), line.collaboration()),
                        new Span(line.area()),
                        new Span(Integer.toString(line.instalment())),
                        amount(line),
                        result("request", line.request(), line.requestRefusal()),
                        line.isHeld() ? hold(line) : result("approval", line.approval(), line.approvalRefusal())));
        sums(
                getTranslation("ledger.award.total"),
                "",
                "",
                BatchView.sum(batch.lines()).format(),
                "",
                "");
    }

    private Component amount(BatchView.Line line) {
        Component named = AwardOnScreen.amount(line.amount());
        if (!line.isChanged()) {
            return named;
        }
        Money open = Objects.requireNonNull(line.open());
        return new Div(
                named,
                new Paragraph(
                        open.isPositive()
                                ? getTranslation("ledger.batch.changed", open)
                                : getTranslation("ledger.batch.gone")));
    }

    private Component result(String step, Result result, @Nullable Refusal why) {
        StatusBadge badge = new StatusBadge(
                getTranslation("ledger.batch." + step + "." + result.name()),
                switch (result) {
                    case OPEN -> StatusBadge.Tone.NEUTRAL;
                    case DONE -> StatusBadge.Tone.GOOD;
                    case BEFORE -> StatusBadge.Tone.ACCENT;
                    case SENT_BACK -> StatusBadge.Tone.WARN;
                    case REFUSED -> StatusBadge.Tone.BAD;
                });
        if (why == null) {
            return badge;
        }
        Div both = new Div(badge);
        both.add(new Paragraph(getTranslation(why.key(), why.arguments().toArray())));
        return both;
    }

    /** What holds it up now; a refusal that it had before says the same or is over. */
    private Component hold(BatchView.Line line) {
        return new Div(
                new StatusBadge(getTranslation("ledger.hold"), StatusBadge.Tone.WARN),
                new Paragraph(Objects.requireNonNull(line.holdReason())));
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
