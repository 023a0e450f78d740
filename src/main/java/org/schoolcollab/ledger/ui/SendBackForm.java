package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.schoolcollab.ledger.BudgetRelease;
import org.schoolcollab.ledger.payment.BatchRun;
import org.schoolcollab.ledger.payment.BatchView;
import org.schoolcollab.ledger.payment.BatchView.Line;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Facts;

/** Sends what is requested in a batch back to officers, with a reason. */
final class SendBackForm extends Section {

    private final TextArea reason = new TextArea(getTranslation("ledger.approval.reason"));

    /**
     * @param choice whether the batch may be approved in place of it
     * @param typed the reason as it was typed so far
     * @param done runs once the lines are sent back
     */
    SendBackForm(long batch, List<Line> lines, boolean choice, BatchRun run, String typed, Runnable done) {
        addClassNames("card", "stack");
        String title = getTranslation(choice ? "ledger.approval.sendBackTitle" : "ledger.approval.sendBackOnly");
        getElement().setAttribute("aria-label", title);
        ErrorSummary errors = new ErrorSummary();
        reason.setValue(typed);
        reason.setHelperText(getTranslation("ledger.approval.reason.hint"));
        reason.addClassName("wide");
        errors.register("reason", reason);
        String verb = getTranslation("ledger.batch.sendBack", lines.size());
        Button sendBack = new Button(verb, event -> {
            errors.clear();
            try {
                String why = Texts.reason(BudgetRelease.REASON, reason.getValue());
                new CheckDialog(
                                getTranslation("ledger.approval.checkBack"),
                                new Facts()
                                        .fact(getTranslation("ledger.due.lines"), Integer.toString(lines.size()))
                                        .fact(
                                                getTranslation("ledger.award.amount"),
                                                BatchView.sum(lines).format())
                                        .fact(getTranslation("ledger.approval.reason"), why),
                                getTranslation("ledger.approval.nextBack"),
                                verb,
                                () -> {
                                    run.sendBack(batch, why);
                                    reason.clear();
                                    done.run();
                                })
                        .open();
            } catch (ValidationFailed failed) {
                errors.show(failed.problems());
            }
        });
        add(errors, new H2(title), reason, new Div(sendBack));
    }

    /** As it is typed now. */
    String reason() {
        return reason.getValue();
    }
}
