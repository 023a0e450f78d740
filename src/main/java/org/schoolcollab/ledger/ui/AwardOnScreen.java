package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.Objects;
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
        DataTable table = new DataTable(
                owner.getTranslation("ledger.award.instalments"),
                Column.text(owner.getTranslation("ledger.award.instalment")),
                Column.number(owner.getTranslation("ledger.award.amount")),
                Column.text(owner.getTranslation("ledger.award.condition")),
                Column.text(owner.getTranslation("ledger.award.status")),
                Column.text(owner.getTranslation("ledger.award.detail")),
                Column.text(owner.getTranslation("ledger.award.advice")));
        for (InstalmentView instalment : award.instalments()) {
            boolean downloadable = withAdvice && instalment.status() == InstalmentStatus.RELEASED;
            table.row(
                    new Span(Integer.toString(instalment.number())),
                    amount(instalment.amount()),
                    new Span(owner.getTranslation(
                            "enum.DueCondition." + instalment.condition().name())),
                    badge(owner, instalment.status()),
                    new Span(detail(owner, instalment)),
                    downloadable ? advice(owner, award.bid(), instalment, advices) : new Span(""));
        }
        table.sums(owner.getTranslation("ledger.award.total"), award.agreed().format(), "", "", "", "");
        return table;
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
        AwardView.ReleaseView release = instalment.release();
        if (release != null) {
            return owner.getTranslation(
                    "ledger.award.released",
                    release.payee(),
                    Dates.moment(release.approvedAt()),
                    release.approvedBy(),
                    release.reference());
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
