package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.ledger.EnvelopeExceeded;
import org.schoolcollab.ledger.LedgerActRefused;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.InvalidMoney;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.DayField;
import org.schoolcollab.shell.MoneyField;
import org.schoolcollab.shell.Refusals;

/**
 * Asks for an amount and a reason before a step that moves money inside the ledger. What is wrong is said at its field, all gaps at
 * once, and nothing typed is lost.
 */
final class AmountDialog {

    private static final String AMOUNT = "amount";

    /** What is done with the answers. */
    interface Step {
        void with(Money amount, String reason);
    }

    private final String title;
    private final Div answers = new Div();
    private final MoneyField amount = new MoneyField(answers.getTranslation("ledger.award.amount"));
    private final TextArea reason;
    private Problem noWords = Texts.noReason();
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();
    private final Map<String, java.util.function.BooleanSupplier> given = new LinkedHashMap<>();

    private AmountDialog(String title, String reasonLabel) {
        this.title = title;
        reason = new TextArea(reasonLabel);
        reason.setWidthFull();
        answers.addClassName("form");
        answers.add(amount, reason);
        fields.put(AMOUNT, amount);
    }

    /** @param reasonLabel what the person is to write beside the amount */
    static AmountDialog ask(String title, String reasonLabel) {
        return new AmountDialog(title, reasonLabel);
    }

    /** Asks with this sentence where nothing is written beside the amount, and not for a reason. */
    AmountDialog asking(String messageKey) {
        noWords = Problem.of("reason", messageKey);
        return this;
    }

    /** What is known already, above the fields. */
    AmountDialog facts(Component known) {
        answers.addComponentAsFirst(known);
        return this;
    }

    /** Puts a field that has to be filled in above the amount; problems of this name are shown at it. */
    <C extends Component & HasValidation & com.vaadin.flow.component.HasValue<?, ?>> AmountDialog field(
            String name, C field) {
        answers.addComponentAtIndex(answers.indexOf(amount), field);
        fields.put(name, field);
        given.put(name, () -> !field.isEmpty());
        return this;
    }

    /** What stands in the amount at first. */
    AmountDialog atFirst(@Nullable Money money) {
        amount.setMoney(money);
        return this;
    }

    /**
     * Opens it.
     *
     * @param next what happens then
     * @param verb names the step
     */
    void open(String next, String verb, Step step) {
        new CheckDialog(title, answers, next, verb, () -> run(step)).open();
    }

    private void run(Step step) {
        fields.values().forEach(field -> field.setInvalid(false));
        reason.setInvalid(false);
        List<Problem> problems = new ArrayList<>();
        given.forEach((name, filled) -> {
            if (!filled.getAsBoolean()) {
                problems.add(Problem.of(name, missing(name)));
            }
        });
        Money typed = typed(problems);
        if (reason.getValue().isBlank()) {
            problems.add(noWords);
        }
        try {
            if (!problems.isEmpty() || typed == null) {
                throw new ValidationFailed(problems);
            }
            step.with(typed, reason.getValue());
        } catch (ValidationFailed gaps) {
            gaps.problems()
                    .forEach(gap -> show(
                            fields.getOrDefault(gap.field(), reason),
                            amount.getTranslation(gap.messageKey(), gap.argumentArray())));
            Stream.concat(fields.values().stream(), Stream.of(reason))
                    .filter(HasValidation::isInvalid)
                    .findFirst()
                    .filter(Focusable.class::isInstance)
                    .ifPresent(field -> ((Focusable<?>) field).focus());
            throw gaps;
        } catch (EnvelopeExceeded | LedgerActRefused refused) {
            if (isOfAmount(refused)) {
                show(amount, Refusals.sentence(amount, refused));
            }
            throw refused;
        }
    }

    private String missing(String name) {
        HasValidation field = fields.get(name);
        return switch (field) {
            case Select<?> choice -> "error.text.choice";
            case DayField day -> "error.text.day";
            case null, default -> "error.text.required";
        };
    }

    private @Nullable Money typed(List<Problem> problems) {
        try {
            Money money = amount.money();
            if (money == null) {
                problems.add(Problem.of(AMOUNT, "error.money.needed"));
            }
            return money;
        } catch (InvalidMoney invalid) {
            problems.add(Problem.of(AMOUNT, invalid.messageKey(), invalid.arguments()));
            return null;
        }
    }

    private static boolean isOfAmount(BusinessRuleViolation refused) {
        return refused instanceof EnvelopeExceeded || (refused instanceof LedgerActRefused act && act.isOfAmount());
    }

    private static void show(HasValidation field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
    }
}
