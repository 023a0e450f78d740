package org.schoolcollab.review.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.schoolcollab.review.CheckAnswer;
import org.schoolcollab.review.Criterion;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.review.Rubric;
import org.schoolcollab.shell.ErrorSummary;

/** The checklist: an answer and a note for each question. */
class CheckFields extends Div {

    private final Map<String, RadioButtonGroup<CheckAnswer>> answers = new LinkedHashMap<>();
    private final Map<String, TextArea> notes = new HashMap<>();

    CheckFields(Rubric rubric, ReviewDraft draft, ErrorSummary errors) {
        addClassName("stack");
        rubric.checks().forEach(question -> add(check(question, draft.check(question), errors)));
    }

    private Div check(Criterion question, ReviewDraft.Check check, ErrorSummary errors) {
        String words = CriterionWords.ofCheck(this, question);
        RadioButtonGroup<CheckAnswer> answer = new RadioButtonGroup<>(words);
        answer.setItems(CheckAnswer.values());
        answer.setItemLabelGenerator(choice -> getTranslation("enum.CheckAnswer." + choice));
        if (check.answer() != null) {
            answer.setValue(check.answer());
        }
        TextArea note = new TextArea(getTranslation("review.form.note"));
        note.setAriaLabel(getTranslation("review.form.note.of", words));
        note.setMinRows(1);
        note.setValue(check.note());
        answers.put(question.code(), answer);
        notes.put(question.code(), note);
        errors.register("checks." + question.code() + ".answer", answer);
        errors.register("checks." + question.code() + ".note", note);
        Div box = new Div(answer, note);
        box.addClassName("review-check");
        return box;
    }

    void onChange(Runnable changed) {
        answers.values().forEach(answer -> answer.addValueChangeListener(event -> changed.run()));
        notes.values().forEach(note -> ReviewForm.listen(note, changed));
    }

    /** What is filled in now; questions that nothing was said about are left out. */
    Map<String, ReviewDraft.Check> read() {
        Map<String, ReviewDraft.Check> checks = new HashMap<>();
        answers.forEach((code, field) -> {
            String note = Objects.requireNonNull(notes.get(code)).getValue();
            if (field.getValue() != null || !note.isBlank()) {
                checks.put(code, new ReviewDraft.Check(field.getValue(), note));
            }
        });
        return checks;
    }
}
