package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.shared.InvalidMoney;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.MoneyField;
import org.schoolcollab.shell.Refusals;

/** Asks for an amount and a reason before a step that moves money inside the ledger. */
final class AmountDialog {

    /** What is done with the answers. */
    interface Step {
        void with(Money amount, String reason);
    }

    private AmountDialog() {}

    /** @param first fields above the amount, null where there are none */
    static void open(
            String title,
            @Nullable Component first,
            @Nullable Money amountAtFirst,
            String reasonLabel,
            String next,
            String verb,
            Step step) {
        Div answers = new Div();
        answers.addClassName("form");
        if (first != null) {
            answers.add(first);
        }
        MoneyField amount = new MoneyField(answers.getTranslation("ledger.award.amount"));
        amount.setMoney(amountAtFirst);
        TextArea reason = new TextArea(reasonLabel);
        reason.setWidthFull();
        answers.add(amount, reason);
        new CheckDialog(title, answers, next, verb, () -> {
                    reason.setInvalid(false);
                    try {
                        step.with(typed(amount), reason.getValue());
                    } catch (ValidationFailed gap) {
                        boolean ofAmount = gap.problems().getFirst().field().equals("amount");
                        if (!ofAmount) {
                            reason.setErrorMessage(Refusals.sentence(reason, gap));
                            reason.setInvalid(true);
                        }
                        throw gap;
                    }
                })
                .open();
    }

    /** @throws InvalidMoney or {@link ValidationFailed} where there is no amount */
    private static Money typed(MoneyField field) {
        Money money = field.money();
        if (money == null) {
            field.setErrorMessage(field.getTranslation("error.text.required"));
            field.setInvalid(true);
            throw new ValidationFailed(List.of(Problem.of("amount", "error.text.required")));
        }
        return money;
    }
}
