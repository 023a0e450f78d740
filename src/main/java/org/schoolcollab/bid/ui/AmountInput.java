package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.MemberSchool.Put;
import org.schoolcollab.shared.InvalidMoney;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.MoneyField;

/** The field of one amount of a school. Where somebody else has put another meanwhile, both are shown and the person chooses. */
final class AmountInput extends Div {

    private final MoneyField field = new MoneyField("");
    private final Div choice = new Div();
    private final String name;
    private Money seen;
    private @Nullable Put otherBy;

    /** @param seen what is saved */
    AmountInput(String name, Money seen, Runnable changed) {
        this.name = name;
        this.seen = seen;
        field.setAriaLabel(name);
        put(seen);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(e -> {
            askAgain();
            changed.run();
        });
        choice.addClassName("amount-choice");
        choice.getElement().setAttribute("role", "status");
        addClassName("amount-input");
        add(field, choice);
    }

    MoneyField field() {
        return field;
    }

    /** What was saved when the person began to type, or chose. */
    Money seen() {
        return seen;
    }

    /** Whether the person still has to say which of two amounts counts. */
    boolean isUndecided() {
        return choice.getComponentCount() > 0;
    }

    boolean isChanged() {
        return isUndecided() || !Objects.equals(seen, typed());
    }

    /** Puts an amount into the field; nothing is saved. */
    void put(Money amount) {
        decided();
        field.setMoney(amount.isZero() ? null : amount);
    }

    /** This is saved now, by whomever. What the person has typed stays where it is another amount. */
    void follow(Money saved, @Nullable Put by) {
        if (Objects.equals(saved, typed())) {
            decided();
            seen = saved;
        } else if (!isChanged()) {
            seen = saved;
            put(saved);
        } else if (!saved.equals(seen)) {
            seen = saved;
            ask(saved, by);
        }
    }

    /** Goes on with what was typed elsewhere for the same amount. */
    void goOnFrom(AmountInput other, @Nullable Put by) {
        if (!other.isChanged()) {
            return;
        }
        Money saved = seen;
        field.setValue(other.field.getValue());
        if (other.isUndecided() && !Objects.equals(saved, typed())) {
            ask(saved, by);
        } else {
            seen = other.seen;
            follow(saved, by);
        }
    }

    /** The person types on while the question stands: it is about what is in the field now. */
    private void askAgain() {
        if (!isUndecided()) {
            return;
        }
        if (Objects.equals(seen, typed())) {
            decided();
        } else {
            ask(seen, otherBy);
        }
    }

    private void ask(Money saved, @Nullable Put by) {
        otherBy = by;
        choice.removeAll();
        Paragraph what = new Paragraph(
                by == null
                        ? getTranslation("bid.schools.conflict.somebody", saved, field.getValue())
                        : getTranslation(
                                "bid.schools.conflict", by.by(), Dates.moment(by.at()), saved, field.getValue()));
        Button theirs = new Button(getTranslation("bid.schools.conflict.theirs", saved), e -> {
            put(saved);
            field.focus();
        });
        theirs.setAriaLabel(getTranslation("bid.schools.conflict.theirs.of", saved, name));
        choice.add(what, theirs);
        if (typed() != null) {
            choice.add(mine());
        }
    }

    private Button mine() {
        Button mine = new Button(getTranslation("bid.schools.conflict.mine", field.getValue()), e -> {
            decided();
            field.focus();
        });
        mine.setAriaLabel(getTranslation("bid.schools.conflict.mine.of", field.getValue(), name));
        return mine;
    }

    private void decided() {
        choice.removeAll();
        field.setInvalid(false);
    }

    /** What stands in the field; nothing where it is no amount. */
    @Nullable
    Money typed() {
        try {
            return field.getValue().isBlank() ? Money.ZERO : Money.parse(field.getValue());
        } catch (InvalidMoney unfinished) {
            return null;
        }
    }
}
