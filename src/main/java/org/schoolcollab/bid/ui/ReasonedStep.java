package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextArea;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.Refusals;

/** Asks for a reason before a step; a missing one is said at its field too. */
final class ReasonedStep {

    private ReasonedStep() {}

    static void open(String title, Component answers, TextArea reason, String next, String verb, Runnable step) {
        new CheckDialog(title, answers, next, verb, () -> {
                    try {
                        step.run();
                    } catch (ValidationFailed gap) {
                        reason.setErrorMessage(Refusals.sentence(reason, gap));
                        reason.setInvalid(true);
                        throw gap;
                    }
                })
                .open();
    }
}
