package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.AwardView;
import org.schoolcollab.ledger.AwardView.InstalmentView;
import org.schoolcollab.ledger.InstalmentStatus;
import org.schoolcollab.ledger.PaymentAdvice;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.StatusBadge;

/** Parts that the screens of an award share. */
final class AwardOnScreen {

    private AwardOnScreen() {}

    /** The instalments with their sum; a last column for what finance may download. */
    static Component instalments(Component owner, AwardView award, boolean withAdvice, PaymentAdvice advices) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text(owner.getTranslation("ledger.award.instalment")),
                Column.number(owner.getTranslation("ledger.award.amount")),
                Column.text(owner.getTranslation("ledger.award.condition")),
                Column.text(owner.getTranslation("ledger.award.status")),
                Column.text(owner.getTranslation("ledger.award.detail"))));
        List<String> sums = new ArrayList<>(
                List.of(owner.getTranslation("ledger.award.total"), sum(award).format(), "", "", ""));
        if (withAdvice) {
            columns.add(Column.text(owner.getTranslation("ledger.award.advice")));
            sums.add("");
        }
        DataTable table = new DataTable(
                        owner.getTranslation("ledger.award.instalments"), columns.toArray(Column[]::new))
                .stacked();
        for (InstalmentView instalment : award.instalments()) {
            List<Component> cells = new ArrayList<>(List.of(
                    new Span(Integer.toString(instalment.number())),
                    amount(instalment.amount()),
                    new Span(owner.getTranslation(
                            "enum.DueCondition." + instalment.condition().name())),
                    badge(owner, instalment.status()),
                    lines(detail(owner, instalment))));
            if (withAdvice) {
                cells.add(
                        instalment.status() == InstalmentStatus.RELEASED
                                ? advice(owner, award.bid(), instalment, advices)
                                : new Span(""));
            }
            table.row(cells.toArray(Component[]::new));
        }
        table.sums(sums.toArray(String[]::new));
        return table;
    }

    /** What the instalments come to now: less than was agreed where the award was reduced. */
    private static Money sum(AwardView award) {
        return award.instalments().stream().map(InstalmentView::amount).reduce(Money.ZERO, Money::plus);
    }

    private static Span lines(String text) {
        Span span = new Span(text);
        span.addClassName("lines");
        return span;
    }

    static Span amount(Money money) {
        return new Span(money.format());
    }

    /** The hash of a file, which breaks anywhere on small screens. */
    static Span hash(String sha256) {
        Span hash = new Span(sha256);
        hash.addClassName("hash");
        return hash;
    }

    static StatusBadge badge(Component owner, InstalmentStatus status) {
        return new StatusBadge(
                owner.getTranslation("enum.InstalmentStatus." + status.name()),
                switch (status) {
                    case WAITING -> StatusBadge.Tone.NEUTRAL;
                    case READY -> StatusBadge.Tone.ACCENT;
                    case REQUESTED -> StatusBadge.Tone.WARN;
                    case RELEASED -> StatusBadge.Tone.GOOD;
                    case CANCELLED -> StatusBadge.Tone.BAD;
                });
    }

    /** Who did what to the instalment last, as a sentence. */
    static String detail(Component owner, InstalmentView instalment) {
        String paid = instalment.releases().stream()
                .filter(release -> !release.reversed())
                .map(release -> owner.getTranslation(
                        "ledger.award.released",
                        release.payee(),
                        Dates.moment(release.approvedAt()),
                        release.approvedBy(),
                        release.reference(),
                        release.amount()))
                .collect(Collectors.joining("\n"));
        if (!paid.isEmpty()) {
            return paid;
        }
        if (instalment.requestedAt() != null) {
            return owner.getTranslation(
                    "ledger.award.requested",
                    Objects.requireNonNullElse(instalment.requestedBy(), ""),
                    Dates.moment(instalment.requestedAt()));
        }
        if (instalment.sentBack() != null) {
            return owner.getTranslation("ledger.award.sentBack", instalment.sentBack());
        }
        return "";
    }

    /** The payment advice of a released instalment, made when it is asked for. */
    private static Anchor advice(Component owner, BidId bid, InstalmentView instalment, PaymentAdvice advices) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    PaymentAdvice.Advice advice = advices.of(bid, instalment.number());
                    byte[] bytes = advice.bytes();
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes), advice.fileName(), "text/csv;charset=utf-8", bytes.length);
                }),
                owner.getTranslation("ledger.award.download", instalment.number()));
        link.setDownload(true);
        return link;
    }
}
