package org.schoolcollab.review.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.PlanPlaceNames.Named;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.review.Rubric;
import org.schoolcollab.shared.InvalidMoney;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.MoneyField;

/** The adviser's fields: the checklist, the scores, then the judgement, then the reasons for a return. */
class ReviewForm extends Div {

    /** Well within the two seconds in which what is typed is stored. */
    private static final int PAUSE_MS = 1000;

    private final CheckFields checks;
    private final ScoreFields scores;
    private final TextArea comment = text("review.form.comment");
    private final MoneyField recommended = new MoneyField(getTranslation("review.form.recommended"));
    private final Paragraph difference = new Paragraph();
    private final TextArea conditions = text("review.form.conditions");
    private final PointFields points;

    ReviewForm(BidSummary bid, Rubric rubric, ReviewDraft draft, List<Named> places, ErrorSummary errors) {
        addClassNames("form", "stack");
        checks = new CheckFields(rubric, draft, errors);
        scores = new ScoreFields(rubric, draft, errors);
        if (!rubric.checks().isEmpty()) {
            add(new H2(getTranslation("review.form.checklist")), checks);
        }
        if (!rubric.scores().isEmpty()) {
            add(new H2(getTranslation("review.form.scores")), scores);
        }
        add(new H2(getTranslation("review.form.judgement")));
        comment.setValue(draft.comment());
        recommended.setHelperText(getTranslation("review.form.recommended.hint", bid.requested(), bid.guide()));
        difference.addClassName("hint");
        difference.getElement().setAttribute("role", "status");
        recommended.addValueChangeListener(event -> showDifference(bid));
        recommended.setMoney(draft.recommended());
        showDifference(bid);
        conditions.setValue(draft.conditions());
        conditions.setHelperText(getTranslation("review.form.conditions.hint"));
        add(comment, recommended, difference, conditions);
        add(new H2(getTranslation("review.form.return")), new Paragraph(getTranslation("review.form.return.hint")));
        points = new PointFields(places, draft.points(), errors);
        add(points);
        errors.register("comment", comment);
        errors.register("recommended", recommended);
        errors.register("conditions", conditions);
    }

    /** Called after each change: at once for what is chosen, after a pause or on leaving the field for what is typed. */
    void onChange(Runnable changed) {
        checks.onChange(changed);
        scores.onChange(changed);
        listen(comment, changed);
        listen(conditions, changed);
        recommended.setValueChangeMode(ValueChangeMode.LAZY);
        recommended.setValueChangeTimeout(PAUSE_MS);
        recommended.addValueChangeListener(event -> changed.run());
        points.onChange(changed);
    }

    static void listen(TextArea field, Runnable changed) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MS);
        field.addValueChangeListener(event -> changed.run());
    }

    private void showDifference(BidSummary bid) {
        String words = "";
        try {
            if (!recommended.getValue().isBlank()) {
                words = AmountsInWords.both(this, Money.parse(recommended.getValue()), bid);
            }
        } catch (InvalidMoney said) {
            // The field says what is wrong with it.
        }
        difference.setText(words);
        difference.setVisible(!words.isEmpty());
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
        Money amount;
        try {
            amount = recommended.money();
        } catch (InvalidMoney invalid) {
            throw new ValidationFailed(List.of(Problem.of("recommended", invalid.messageKey(), invalid.arguments())));
        }
        return new ReviewDraft(
                checks.read(), scores.read(), comment.getValue(), amount, conditions.getValue(), points.read());
    }
}
