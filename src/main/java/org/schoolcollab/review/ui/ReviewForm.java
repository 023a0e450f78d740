package org.schoolcollab.review.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.review.CheckAnswer;
import org.schoolcollab.review.CheckQuestion;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.shared.InvalidMoney;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.MoneyField;

/** The adviser's fields: the checklist, then the judgement, then the reasons for a return. */
class ReviewForm extends Div {

    private final Map<CheckQuestion, RadioButtonGroup<CheckAnswer>> answers = new EnumMap<>(CheckQuestion.class);
    private final Map<CheckQuestion, TextArea> notes = new EnumMap<>(CheckQuestion.class);
    private final TextArea comment = text("review.form.comment");
    private final MoneyField recommended = new MoneyField(getTranslation("review.form.recommended"));
    private final TextArea conditions = text("review.form.conditions");
    private final TextArea returnReasons = text("review.form.returnReasons");

    ReviewForm(BidSummary bid, ReviewDraft draft, ErrorSummary errors) {
        addClassNames("form", "stack");
        add(new H2(getTranslation("review.form.checklist")));
        for (CheckQuestion question : CheckQuestion.values()) {
            add(check(question, draft.check(question), errors));
        }
        add(new H2(getTranslation("review.form.judgement")));
        comment.setValue(draft.comment());
        recommended.setMoney(draft.recommended());
        recommended.setHelperText(getTranslation("review.form.recommended.hint", bid.requested(), bid.guide()));
        conditions.setValue(draft.conditions());
        conditions.setHelperText(getTranslation("review.form.conditions.hint"));
        add(comment, recommended, conditions);
        add(new H2(getTranslation("review.form.return")), new Paragraph(getTranslation("review.form.return.hint")));
        returnReasons.setValue(draft.returnReasons());
        add(returnReasons);
        errors.register("comment", comment);
        errors.register("recommended", recommended);
        errors.register("conditions", conditions);
        errors.register("returnReasons", returnReasons);
    }

    private Div check(CheckQuestion question, ReviewDraft.Check check, ErrorSummary errors) {
        String words = getTranslation("enum.CheckQuestion." + question);
        RadioButtonGroup<CheckAnswer> answer = new RadioButtonGroup<>(words);
        answer.setItems(CheckAnswer.values());
        answer.setItemLabelGenerator(choice -> getTranslation("enum.CheckAnswer." + choice));
        if (check.answer() != null) {
            answer.setValue(check.answer());
        }
        TextArea note = text("review.form.note");
        note.setAriaLabel(getTranslation("review.form.note.of", words));
        note.setMinRows(1);
        note.setValue(check.note());
        answers.put(question, answer);
        notes.put(question, note);
        errors.register("checks." + question + ".answer", answer);
        errors.register("checks." + question + ".note", note);
        Div box = new Div(answer, note);
        box.addClassName("review-check");
        return box;
    }

    private TextArea text(String labelKey) {
        TextArea field = new TextArea(getTranslation(labelKey));
        field.setMinRows(3);
        return field;
    }

    /**
     * What is filled in now.
     *
     * @throws ValidationFailed where the amount is no amount
     */
    ReviewDraft read() {
        Map<CheckQuestion, ReviewDraft.Check> checks = new EnumMap<>(CheckQuestion.class);
        for (CheckQuestion question : CheckQuestion.values()) {
            CheckAnswer answer =
                    java.util.Objects.requireNonNull(answers.get(question)).getValue();
            String note = java.util.Objects.requireNonNull(notes.get(question)).getValue();
            if (answer != null || !note.isBlank()) {
                checks.put(question, new ReviewDraft.Check(answer, note));
            }
        }
        Money amount;
        try {
            amount = recommended.money();
        } catch (InvalidMoney invalid) {
            throw new ValidationFailed(List.of(Problem.of("recommended", invalid.messageKey(), invalid.arguments())));
        }
        return new ReviewDraft(checks, comment.getValue(), amount, conditions.getValue(), returnReasons.getValue());
    }
}
