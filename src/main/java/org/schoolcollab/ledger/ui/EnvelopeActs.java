package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.UUID;
import org.schoolcollab.ledger.EnvelopeControl;
import org.schoolcollab.ledger.EnvelopeQueries.EnvelopeRow;
import org.schoolcollab.ledger.RoundClosing;
import org.schoolcollab.programme.Round;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Refusals;

/** The acts on single envelopes: a chair holds back and frees, an administrator adds; finance closes the round. */
@org.springframework.stereotype.Component
class EnvelopeActs {

    private final EnvelopeControl control;
    private final RoundClosing closing;
    private final CurrentUser currentUser;

    EnvelopeActs(EnvelopeControl control, RoundClosing closing, CurrentUser currentUser) {
        this.control = control;
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
            AmountDialog.ask(owner.getTranslation(key + ".ask", row.area()), owner.getTranslation("ledger.reason"))
                    .open(
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
}
