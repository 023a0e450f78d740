package org.schoolcollab.shell;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.shared.InvalidMoney;
import org.schoolcollab.shared.Money;

/**
 * A field for an amount in pounds. Keeps what was typed; {@link #money()} reads it and shows at the field what is wrong with it.
 */
public class MoneyField extends TextField {

    public MoneyField(String label) {
        super(label);
        setPrefixComponent(new Span("£"));
        getElement().setAttribute("inputmode", "decimal");
        addClassName("money-field");
        addValueChangeListener(event -> {
            if (!event.getValue().isBlank()) {
                check();
            }
        });
    }

    /**
     * The amount typed, or null when the field is empty.
     *
     * @throws InvalidMoney if the text is no amount; the field shows the message too
     */
    public @Nullable Money money() {
        if (getValue().isBlank()) {
            return null;
        }
        try {
            Money money = Money.parse(getValue());
            setInvalid(false);
            return money;
        } catch (InvalidMoney invalid) {
            showError(invalid);
            throw invalid;
        }
    }

    /** Puts an amount into the field; null empties it. */
    public void setMoney(@Nullable Money money) {
        setValue(money == null ? "" : money.format().replace("£", ""));
    }

    private void check() {
        try {
            Money.parse(getValue());
            setInvalid(false);
        } catch (InvalidMoney invalid) {
            showError(invalid);
        }
    }

    private void showError(InvalidMoney invalid) {
        setErrorMessage(getTranslation(invalid.messageKey(), invalid.arguments()));
        setInvalid(true);
    }
}
