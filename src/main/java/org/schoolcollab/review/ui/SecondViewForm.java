package org.schoolcollab.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.schoolcollab.review.SecondView;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Facts;

/** The second adviser agrees with a recommendation or differs from it, and says why. */
class SecondViewForm extends Div {

    private final ErrorSummary errors = new ErrorSummary();
    private final RadioButtonGroup<Boolean> agrees = new RadioButtonGroup<>(getTranslation("review.second.agrees"));
    private final TextArea words = new TextArea(getTranslation("review.second.words"));
    private final SecondView view;
    private final transient BiConsumer<Boolean, String> give;

    SecondViewForm(SecondView view, BiConsumer<Boolean, String> give) {
        this.view = view;
        this.give = give;
        addClassNames("form", "stack");
        agrees.setItems(true, false);
        agrees.setItemLabelGenerator(this::verdict);
        words.setMinRows(3);
        errors.register("agrees", agrees);
        errors.register("words", words);
        Button check = new Button(getTranslation("review.second.check"), event -> check());
        check.addThemeVariants(ButtonVariant.PRIMARY);
        add(
                errors,
                new H2(getTranslation("review.second.title")),
                new Paragraph(getTranslation("review.second.what", view.askedByName(), view.amount())),
                agrees,
                words,
                new Div(check));
    }

    private String verdict(boolean agree) {
        return getTranslation(agree ? "review.second.agree" : "review.second.differ");
    }

    private void check() {
        List<Problem> gaps = new ArrayList<>();
        if (agrees.getValue() == null) {
            gaps.add(Problem.of("agrees", "error.review.second.choose"));
        }
        if (words.getValue().isBlank()) {
            gaps.add(Problem.of("words", "error.review.second.words"));
        }
        if (!gaps.isEmpty()) {
            errors.show(gaps);
            return;
        }
        errors.clear();
        new CheckDialog(
                        getTranslation("review.second.title"),
                        new Facts()
                                .fact(
                                        getTranslation("review.form.recommended"),
                                        view.amount().format())
                                .fact(getTranslation("review.second.agrees"), verdict(agrees.getValue()))
                                .fact(getTranslation("review.second.words"), words.getValue()),
                        getTranslation("review.second.next", view.askedByName()),
                        getTranslation("review.second.verb"),
                        () -> give.accept(agrees.getValue(), words.getValue()))
                .open();
    }
}
