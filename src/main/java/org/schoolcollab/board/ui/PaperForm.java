package org.schoolcollab.board.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.schoolcollab.board.BallotPaper;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Facts;

/** A ballot paper to mark: a choice and a reason. */
class PaperForm extends Div {

    private final RadioButtonGroup<VoteChoice> choice = new RadioButtonGroup<>();
    private final TextArea reason = new TextArea(getTranslation("board.vote.reason"));
    private final ErrorSummary errors = new ErrorSummary();
    private final Money amount;

    PaperForm(String label, Money amount, VoteChoice... choices) {
        this.amount = amount;
        addClassNames("form", "stack");
        choice.setLabel(label);
        choice.setItems(choices);
        choice.setItemLabelGenerator(this::words);
        reason.setHelperText(getTranslation("board.vote.reason.hint"));
        reason.setMinRows(3);
        errors.register("choice", choice);
        errors.register("reason", reason);
        add(errors, choice, reason);
    }

    /** A choice as its button names it: {@code Approve £42,000}. */
    String words(VoteChoice of) {
        return of == VoteChoice.APPROVE
                ? getTranslation("board.vote.approve", amount)
                : getTranslation("enum.VoteChoice." + of);
    }

    /** The answers once more. */
    Facts facts(BallotPaper paper) {
        Facts facts = new Facts().fact(getTranslation("board.vote.choice"), words(paper.choice()));
        if (!paper.reason().isEmpty()) {
            facts.fact(getTranslation("board.vote.reason"), paper.reason());
        }
        return facts;
    }

    /** Goes on with what is marked, or shows what is missing. */
    void read(Consumer<BallotPaper> next) {
        errors.clear();
        try {
            next.accept(BallotPaper.of(choice.getValue(), reason.getValue()));
        } catch (ValidationFailed gaps) {
            errors.show(gaps.problems());
        }
    }
}
