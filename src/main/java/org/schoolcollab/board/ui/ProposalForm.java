package org.schoolcollab.board.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.Agenda;
import org.schoolcollab.board.BallotOpening;
import org.schoolcollab.board.BallotProposal;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.InvalidMoney;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.MoneyField;
import org.schoolcollab.shell.Refusals;

/** What is put to the vote: amount, conditions and first instalment, with what the adviser recommended filled in. */
class ProposalForm extends Div {

    private final ErrorSummary errors = new ErrorSummary();
    private final MoneyField amount = new MoneyField(getTranslation("board.ballot.amount"));
    private final TextArea conditions = new TextArea(getTranslation("board.ballot.conditions"));
    private final IntegerField first = new IntegerField(getTranslation("board.ballot.firstPercent"));
    private final transient BidSummary bid;
    private final transient Agenda agenda;

    /** @param moved told the amount whenever it changes, so that a picture of the envelope can follow */
    ProposalForm(BidSummary bid, Agenda agenda, @Nullable Money proposed, Consumer<Money> moved) {
        this.bid = bid;
        this.agenda = agenda;
        addClassNames("form", "stack");
        Money recommended =
                Objects.requireNonNullElse(proposed, Objects.requireNonNullElse(bid.recommended(), bid.requested()));
        Money start = Money.min(recommended, agenda.available());
        amount.setHelperText(getTranslation("board.ballot.amount.hint", bid.requested(), agenda.available()));
        amount.setValueChangeMode(ValueChangeMode.LAZY);
        amount.setMoney(start.isPositive() ? start : null);
        amount.addValueChangeListener(e -> moved.accept(typedOrNothing()));
        conditions.setHelperText(getTranslation("board.ballot.conditions.hint"));
        conditions.setValue(agenda.conditions());
        conditions.setMinRows(2);
        first.setHelperText(getTranslation("board.ballot.firstPercent.hint", agenda.firstPercent()));
        first.setManualValidation(true);
        first.addClassName("money-field");
        errors.register("amount", amount);
        errors.register("conditions", conditions);
        errors.register("firstPercent", first);
        add(errors, amount, conditions, first);
        moved.accept(start);
    }

    private Money typedOrNothing() {
        try {
            return Objects.requireNonNullElse(amount.money(), Money.ZERO);
        } catch (InvalidMoney invalid) {
            return Money.ZERO;
        }
    }

    /** Checks what is typed and asks once more before the ballot opens. */
    void check(BallotOpening opening, Runnable done) {
        errors.clear();
        try {
            BallotProposal typed = new BallotProposal(amount.money(), conditions.getValue(), first.getValue());
            opening.check(bid.id(), typed);
            dialog(opening, typed, done).open();
        } catch (InvalidMoney invalid) {
            errors.show(List.of(Problem.of("amount", invalid.messageKey(), invalid.arguments())));
        } catch (ValidationFailed gaps) {
            errors.show(gaps.problems());
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
        }
    }

    private CheckDialog dialog(BallotOpening opening, BallotProposal typed, Runnable done) {
        Money put = Objects.requireNonNull(typed.amount());
        Integer percent = typed.firstPercent();
        Facts answers = new Facts()
                .fact(getTranslation("board.ballot.amount"), put.format())
                .fact(getTranslation("board.requested"), bid.requested().format())
                .fact(getTranslation("board.available"), agenda.available().format())
                .fact(
                        getTranslation("board.ballot.conditions"),
                        typed.conditions().isBlank()
                                ? getTranslation("board.ballot.conditions.none")
                                : typed.conditions())
                .fact(
                        getTranslation("board.ballot.firstPercent"),
                        getTranslation("board.percent", percent == null ? agenda.firstPercent() : percent));
        return new CheckDialog(
                getTranslation("board.ballot.check"),
                answers,
                getTranslation("board.ballot.next", agenda.eligible()),
                getTranslation("board.ballot.verb", put),
                () -> {
                    opening.open(bid.id(), typed);
                    Refusals.done(getTranslation("board.ballot.done", put, agenda.eligible()));
                    done.run();
                });
    }
}
