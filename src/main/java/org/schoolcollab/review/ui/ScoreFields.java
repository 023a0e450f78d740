package org.schoolcollab.review.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.schoolcollab.review.Criterion;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.review.Rubric;
import org.schoolcollab.shell.ErrorSummary;

/** The scores: a number and the reason for it, for each criterion of the rubric; their sum below. */
class ScoreFields extends Div {

    private final Map<String, RadioButtonGroup<Integer>> scores = new LinkedHashMap<>();
    private final Map<String, TextArea> reasons = new HashMap<>();
    private final Paragraph sum = new Paragraph();
    private final Rubric rubric;

    ScoreFields(Rubric rubric, ReviewDraft draft, ErrorSummary errors) {
        this.rubric = rubric;
        addClassName("stack");
        rubric.scores().forEach(criterion -> add(score(criterion, draft.score(criterion), errors)));
        sum.getElement().setAttribute("role", "status");
        add(sum);
        showSum();
    }

    private Div score(Criterion criterion, ReviewDraft.Score given, ErrorSummary errors) {
        String words = CriterionWords.ofScore(this, criterion);
        RadioButtonGroup<Integer> score = new RadioButtonGroup<>(words);
        score.setItems(
                IntStream.rangeClosed(Rubric.BOTTOM, rubric.top()).boxed().toList());
        score.setHelperText(getTranslation("review.form.score.hint", Rubric.BOTTOM, rubric.top()));
        Integer value = given.score();
        if (value != null && value >= Rubric.BOTTOM && value <= rubric.top()) {
            score.setValue(value);
        }
        score.addValueChangeListener(event -> showSum());
        TextArea reason = new TextArea(getTranslation("review.form.reason"));
        reason.setAriaLabel(getTranslation("review.form.reason.of", words));
        reason.setMinRows(1);
        reason.setValue(given.reason());
        scores.put(criterion.code(), score);
        reasons.put(criterion.code(), reason);
        errors.register("scores." + criterion.code() + ".score", score);
        errors.register("scores." + criterion.code() + ".reason", reason);
        Div box = new Div(score, reason);
        box.addClassNames("review-check", "review-score");
        return box;
    }

    private void showSum() {
        int given = scores.values().stream()
                .map(RadioButtonGroup::getValue)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
        sum.setText(getTranslation("review.form.score.sum", given, rubric.topSum()));
    }

    void onChange(Runnable changed) {
        scores.values().forEach(score -> score.addValueChangeListener(event -> changed.run()));
        reasons.values().forEach(reason -> ReviewForm.listen(reason, changed));
    }

    /** What is filled in now; criteria that nothing was said about are left out. */
    Map<String, ReviewDraft.Score> read() {
        Map<String, ReviewDraft.Score> read = new HashMap<>();
        scores.forEach((code, field) -> {
            String reason = Objects.requireNonNull(reasons.get(code)).getValue();
            if (field.getValue() != null || !reason.isBlank()) {
                read.put(code, new ReviewDraft.Score(field.getValue(), reason));
            }
        });
        return read;
    }
}
