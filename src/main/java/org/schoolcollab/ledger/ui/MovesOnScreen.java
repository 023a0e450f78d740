package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Objects;
import org.schoolcollab.ledger.EnvelopeControl;
import org.schoolcollab.ledger.EnvelopeMoves;
import org.schoolcollab.ledger.EnvelopeQueries.EnvelopeRow;
import org.schoolcollab.ledger.MoveProposal;
import org.schoolcollab.programme.Round;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Refusals;

/**
 * Proposals to move money between areas: who speaks for one of the two proposes, who speaks for the other decides. A chair speaks for
 * an area, an administrator for area All.
 */
@org.springframework.stereotype.Component
class MovesOnScreen {

    private final EnvelopeMoves moves;
    private final CurrentUser currentUser;

    MovesOnScreen(EnvelopeMoves moves, CurrentUser currentUser) {
        this.moves = moves;
        this.currentUser = currentUser;
    }

    /** Every proposal of the round with what the person may do about it, and buttons for new ones. */
    Component proposals(Round round, List<EnvelopeRow> rows, Runnable again) {
        Div part = new Div();
        part.addClassName("stack");
        part.add(buttons(part, round, rows, again));
        List<MoveProposal> all = moves.of(round.id());
        if (all.isEmpty()) {
            part.add(new Paragraph(part.getTranslation("ledger.move.none")));
            return part;
        }
        DataTable table = new DataTable(
                        part.getTranslation("ledger.move.title"),
                        Column.text(part.getTranslation("ledger.move.from")),
                        Column.text(part.getTranslation("ledger.move.to")),
                        Column.number(part.getTranslation("ledger.award.amount")),
                        Column.text(part.getTranslation("ledger.reason")),
                        Column.text(part.getTranslation("ledger.award.status")))
                .stacked();
        all.forEach(move -> table.row(
                new Span(name(rows, move.fromArea())),
                new Span(name(rows, move.toArea())),
                AwardOnScreen.amount(move.amount()),
                new Span(move.reason()),
                state(part, rows, move, again)));
        part.add(table);
        return part;
    }

    private boolean speaksFor(String area) {
        return area.equals(EnvelopeControl.ALL)
                ? currentUser.actor().has(Role.ADMINISTRATOR)
                : currentUser.actor().has(Role.BOARD_CHAIR, Scope.area(area));
    }

    private static String name(List<EnvelopeRow> rows, String area) {
        return rows.stream()
                .filter(row -> row.areaCode().equals(area))
                .findFirst()
                .map(EnvelopeRow::area)
                .orElse(area);
    }

    private Component buttons(Component owner, Round round, List<EnvelopeRow> rows, Runnable again) {
        Div buttons = new Div();
        buttons.addClassName("buttons");
        rows.stream()
                .filter(row -> speaksFor(row.areaCode()) && !row.closed())
                .forEach(own -> buttons.add(
                        button(owner, "from", own, rows, (other, amount, reason) -> {
                            moves.propose(round.id(), own.areaCode(), other.areaCode(), amount, reason);
                            again.run();
                        }),
                        button(owner, "into", own, rows, (other, amount, reason) -> {
                            moves.propose(round.id(), other.areaCode(), own.areaCode(), amount, reason);
                            again.run();
                        })));
        return buttons;
    }

    private interface Proposal {
        void with(EnvelopeRow other, Money amount, String reason);
    }

    /** @param way {@code from} the own area or {@code into} it */
    private static Button button(
            Component owner, String way, EnvelopeRow own, List<EnvelopeRow> rows, Proposal proposal) {
        return new Button(owner.getTranslation("ledger.move.propose." + way, own.area()), event -> {
            Select<EnvelopeRow> other = new Select<>();
            other.setLabel(owner.getTranslation(way.equals("from") ? "ledger.move.to" : "ledger.move.from"));
            other.setItemLabelGenerator(EnvelopeRow::area);
            other.setItems(rows.stream()
                    .filter(row -> !row.areaCode().equals(own.areaCode()))
                    .toList());
            AmountDialog.ask(
                            owner.getTranslation("ledger.move.ask." + way, own.area()),
                            owner.getTranslation("ledger.reason"))
                    .field("other", other)
                    .open(
                            owner.getTranslation("ledger.move.next"),
                            owner.getTranslation("ledger.move.verb"),
                            (amount, reason) -> {
                                proposal.with(other.getValue(), amount, reason);
                                Refusals.done(owner.getTranslation(
                                        "ledger.move.done",
                                        decider(owner, rows, other.getValue().areaCode())));
                            });
        });
    }

    /** Who decides for an area, in words. */
    private static String decider(Component owner, List<EnvelopeRow> rows, String area) {
        return area.equals(EnvelopeControl.ALL)
                ? owner.getTranslation("ledger.move.decider.authority")
                : owner.getTranslation("ledger.move.decider.chair", name(rows, area));
    }

    private Component state(Component owner, List<EnvelopeRow> rows, MoveProposal move, Runnable again) {
        if (move.status() != MoveProposal.Status.PROPOSED) {
            return new Span(owner.getTranslation(
                    "ledger.move.status." + move.status().name(),
                    Objects.requireNonNullElse(move.decidedBy(), ""),
                    Objects.requireNonNullElse(move.note(), "")));
        }
        Span waits = new Span(owner.getTranslation(
                "ledger.move.status.PROPOSED", move.proposedBy(), decider(owner, rows, move.decidingArea())));
        if (!speaksFor(move.decidingArea())) {
            return waits;
        }
        Facts facts = new Facts()
                .fact(owner.getTranslation("ledger.move.from"), name(rows, move.fromArea()))
                .fact(owner.getTranslation("ledger.move.to"), name(rows, move.toArea()))
                .fact(owner.getTranslation("ledger.award.amount"), move.amount().format())
                .fact(owner.getTranslation("ledger.reason"), move.reason());
        String verb = owner.getTranslation("ledger.move.consent", move.amount());
        Button consent = new Button(
                verb,
                event -> new CheckDialog(
                                owner.getTranslation("ledger.approval.check"),
                                facts,
                                owner.getTranslation("ledger.move.consent.next"),
                                verb,
                                () -> {
                                    moves.consent(move.id());
                                    Refusals.done(owner.getTranslation("ledger.move.consent.done", move.amount()));
                                    again.run();
                                })
                        .open());
        Button decline = new Button(
                owner.getTranslation("ledger.move.decline"),
                event -> ReasonDialog.open(
                        owner.getTranslation("ledger.move.decline"),
                        facts,
                        owner.getTranslation("ledger.move.decline.next"),
                        owner.getTranslation("ledger.move.decline"),
                        reason -> {
                            moves.decline(move.id(), reason);
                            Refusals.done(owner.getTranslation("ledger.move.decline.done"));
                            again.run();
                        }));
        Div buttons = new Div(waits, consent, decline);
        buttons.addClassName("buttons");
        return buttons;
    }
}
