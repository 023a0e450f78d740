package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Refusals;

/** Asks for a reason before a step that binds; what is wrong with it is said at the field and nothing typed is lost. */
final class ReasonDialog {

    private ReasonDialog() {}

    /**
     * @param facts what the step is about
     * @param next what happens then
     * @param step is given the reason as typed
     */
    static void open(String title, Facts facts, String next, String verb, Consumer<String> step) {
        Div answers = new Div(facts);
        answers.addClassName("form");
        TextArea reason = new TextArea(answers.getTranslation("ledger.reason"));
        reason.setWidthFull();
        answers.add(reason);
        new CheckDialog(title, answers, next, verb, () -> {
                    try {
                        step.accept(reason.getValue());
                    } catch (ValidationFailed gap) {
                        reason.setErrorMessage(Refusals.sentence(reason, gap));
                        reason.setInvalid(true);
                        reason.focus();
                        throw gap;
                    }
                })
                .open();
    }
}
