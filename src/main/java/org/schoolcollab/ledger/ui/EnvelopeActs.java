package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.schoolcollab.ledger.EnvelopeControl;
import org.schoolcollab.ledger.EnvelopeMoves;
import org.schoolcollab.ledger.EnvelopeQueries.EnvelopeRow;
import org.schoolcollab.ledger.MoveProposal;
import org.schoolcollab.ledger.RoundClosing;
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

/** The acts on envelopes: a chair holds back, frees and moves with the other board's consent; finance closes the round. */
@org.springframework.stereotype.Component
class EnvelopeActs {

    private final EnvelopeControl control;
    private final EnvelopeMoves moves;
    private final RoundClosing closing;
    private final CurrentUser currentUser;

    EnvelopeActs(EnvelopeControl control, EnvelopeMoves moves, RoundClosing closing, CurrentUser currentUser) {
        this.control = control;
        this.moves = moves;
        this.closing = closing;
        this.currentUser = currentUser;
    }

    private interface Act {
        boolean with(Money amount, String reason, UUID key);
    }

    /** What the person may do with one envelope. */
    Component of(Round round, EnvelopeRow row, Runnable again) {
        Div buttons = new Div();
        buttons.addClassName("buttons");
        if (chairs(row.areaCode())) {
            if (row.available().isPositive()) {
                buttons.add(button(
                        buttons,
                        "hold",
                        row,
                        again,
                        (amount, reason, key) -> control.holdBack(round.id(), row.areaCode(), amount, reason, key)));
            }
            if (row.held().isPositive()) {
                buttons.add(button(
                        buttons,
                        "free",
                        row,
                        again,
                        (amount, reason, key) -> control.endHold(round.id(), row.areaCode(), amount, reason, key)));
            }
        }
        if (currentUser.actor().has(Role.ADMINISTRATOR)) {
            buttons.add(button(
                    buttons,
                    "add",
                    row,
                    again,
                    (amount, reason, key) -> control.add(round.id(), row.areaCode(), amount, reason, key)));
        }
        return buttons;
    }

    private boolean chairs(String area) {
        return currentUser.actor().has(Role.BOARD_CHAIR, Scope.area(area));
    }

    private static Button button(Component owner, String step, EnvelopeRow row, Runnable again, Act act) {
        String key = "ledger.envelopes." + step;
        Button button = new Button(owner.getTranslation(key), event -> {
            UUID once = UUID.randomUUID();
            AmountDialog.open(
                    owner.getTranslation(key + ".ask", row.area()),
                    null,
                    null,
                    owner.getTranslation("ledger.reason"),
                    owner.getTranslation(key + ".next"),
                    owner.getTranslation(key + ".verb"),
                    (amount, reason) -> {
                        act.with(amount, reason, once);
                        Refusals.done(owner.getTranslation(key + ".done", amount));
                        again.run();
                    });
        });
        button.setAriaLabel(owner.getTranslation(key + ".ask", row.area()));
        return button;
    }

    /** Closes the round, for who may. */
    Component closing(Round round, Runnable again) {
        Div part = new Div();
        if (currentUser.actor().has(Role.FINANCE_APPROVER) && round.status() != Round.Status.CLOSED) {
            part.add(new Button(
                    part.getTranslation("ledger.closing", round.name()),
                    event -> new CheckDialog(
                                    part.getTranslation("ledger.closing.ask"),
                                    new Facts().fact(part.getTranslation("ledger.money.round"), round.name()),
                                    part.getTranslation("ledger.closing.next"),
                                    part.getTranslation("ledger.closing.verb", round.name()),
                                    () -> {
                                        Money lapsed = closing.close(round.id());
                                        Refusals.done(part.getTranslation("ledger.closing.done", lapsed));
                                        again.run();
                                    })
                            .open()));
        }
        return part;
    }

    /** Proposals to move money between areas; a chair proposes, the other area's chair decides. */
    Component proposals(Round round, List<EnvelopeRow> rows, Runnable again) {
        Div part = new Div();
        part.addClassName("stack");
        List<EnvelopeRow> own = rows.stream()
                .filter(row -> chairs(row.areaCode()) && !row.closed())
                .toList();
        own.forEach(row -> part.add(propose(part, round, row, rows, again)));
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
                Column.text(part.getTranslation("ledger.award.status")));
        all.forEach(move -> table.row(
                new Span(name(rows, move.fromArea())),
                new Span(name(rows, move.toArea())),
                AwardOnScreen.amount(move.amount()),
                new Span(move.reason()),
                state(part, rows, move, again)));
        part.add(table);
        return part;
    }

    private static String name(List<EnvelopeRow> rows, String area) {
        return rows.stream()
                .filter(row -> row.areaCode().equals(area))
                .findFirst()
                .map(EnvelopeRow::area)
                .orElse(area);
    }

    private Button propose(Component owner, Round round, EnvelopeRow own, List<EnvelopeRow> rows, Runnable again) {
        return new Button(owner.getTranslation("ledger.move.propose", own.area()), event -> {
            Select<EnvelopeRow> other = new Select<>();
            other.setLabel(owner.getTranslation("ledger.move.to"));
            other.setItemLabelGenerator(EnvelopeRow::area);
            List<EnvelopeRow> others = rows.stream()
                    .filter(row -> !row.areaCode().equals(own.areaCode())
                            && !row.areaCode().equals(EnvelopeControl.ALL))
                    .toList();
            other.setItems(others);
            others.stream().findFirst().ifPresent(other::setValue);
            AmountDialog.open(
                    owner.getTranslation("ledger.move.ask", own.area()),
                    other,
                    null,
                    owner.getTranslation("ledger.reason"),
                    owner.getTranslation("ledger.move.next"),
                    owner.getTranslation("ledger.move.verb"),
                    (amount, reason) -> {
                        moves.propose(
                                round.id(), own.areaCode(), other.getValue().areaCode(), amount, reason);
                        Refusals.done(owner.getTranslation(
                                "ledger.move.done", other.getValue().area()));
                        again.run();
                    });
        });
    }

    private Component state(Component owner, List<EnvelopeRow> rows, MoveProposal move, Runnable again) {
        if (move.status() != MoveProposal.Status.PROPOSED) {
            return new Span(owner.getTranslation(
                    "ledger.move.status." + move.status().name(), Objects.requireNonNullElse(move.decidedBy(), "")));
        }
        Span waits = new Span(owner.getTranslation(
                "ledger.move.status.PROPOSED", move.proposedBy(), name(rows, move.decidingArea())));
        if (!chairs(move.decidingArea())) {
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
                            again.run();
                        }));
        Div buttons = new Div(waits, consent, decline);
        buttons.addClassName("buttons");
        return buttons;
    }
}
