package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import org.schoolcollab.ledger.InstalmentControl;
import org.schoolcollab.ledger.payment.DueInstalment;
import org.schoolcollab.ledger.payment.DueInstalment.Block;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.Role;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Refusals;

/** What finance may do about an instalment that is not paid: hold it, end the hold, cancel it. */
final class InstalmentButtons extends Div {

    private final transient DueInstalment instalment;
    private final transient InstalmentControl control;
    private final transient Runnable done;

    /** @param done runs after each step */
    InstalmentButtons(DueInstalment instalment, Actor actor, InstalmentControl control, Runnable done) {
        this.instalment = instalment;
        this.control = control;
        this.done = done;
        addClassName("buttons");
        if (actor.has(Role.FINANCE_OFFICER)) {
            if (instalment.blocks().contains(Block.ON_HOLD)) {
                add(endHold());
            } else if (!instalment.blocks().contains(Block.NOT_ACCEPTED)) {
                add(withReason("hold", reason -> control.hold(instalment.bid(), instalment.instalment(), reason)));
            }
        }
        if (actor.has(Role.FINANCE_APPROVER) && instalment.instalment() > 1 && !instalment.isRequested()) {
            add(withReason("cancel", reason -> control.cancel(instalment.bid(), instalment.instalment(), reason)));
        }
    }

    private Facts facts() {
        return new Facts()
                .fact(getTranslation("ledger.release.collaboration"), instalment.collaboration())
                .fact(getTranslation("ledger.award.instalment"), Integer.toString(instalment.instalment()))
                .fact(getTranslation("ledger.award.amount"), instalment.open().format());
    }

    private Button withReason(String step, java.util.function.Consumer<String> act) {
        String key = "ledger.control." + step;
        Button button = new Button(
                getTranslation(key),
                event -> ReasonDialog.open(
                        getTranslation(key + ".ask"),
                        facts(),
                        getTranslation(key + ".next"),
                        getTranslation(key + ".verb"),
                        reason -> {
                            act.accept(reason);
                            finish(key);
                        }));
        return named(button, key);
    }

    private Button endHold() {
        String key = "ledger.control.endHold";
        Button button = new Button(
                getTranslation(key),
                event -> new CheckDialog(
                                getTranslation(key + ".ask"),
                                facts(),
                                getTranslation(key + ".next"),
                                getTranslation(key + ".verb"),
                                () -> {
                                    control.endHold(instalment.bid(), instalment.instalment());
                                    finish(key);
                                })
                        .open());
        return named(button, key);
    }

    private Button named(Button button, String key) {
        button.setAriaLabel(getTranslation(key + ".of", instalment.collaboration(), instalment.instalment()));
        return button;
    }

    private void finish(String key) {
        Refusals.done(getTranslation(key + ".done"));
        done.run();
    }
}
