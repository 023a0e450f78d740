package org.schoolcollab.board.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Refusals;

/** Asks for words before a step that binds: says what happens next, keeps what was typed where the step is refused. */
class WordsDialog extends Dialog {

    private final ErrorSummary errors = new ErrorSummary();
    private final TextArea words;

    /** @param field the name under which the step reports problems with the words */
    WordsDialog(String title, String label, String next, String verb, String field, Consumer<String> step) {
        setHeaderTitle(title);
        addClassName("check-dialog");
        setCloseOnOutsideClick(false);
        words = new TextArea(label);
        words.setMinRows(3);
        words.setWidthFull();
        errors.register(field, words);
        Paragraph whatNext = new Paragraph(next);
        whatNext.addClassName("what-next");
        add(errors, words, whatNext);
        Button go = new Button(verb);
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.setDisableOnClick(true);
        go.addClickListener(e -> {
            try {
                step.accept(words.getValue());
                close();
            } catch (ValidationFailed gaps) {
                errors.show(gaps.problems());
            } catch (BusinessRuleViolation refused) {
                Refusals.show(this, refused);
            } finally {
                go.setEnabled(true);
            }
        });
        getFooter().add(new Button(getTranslation("shell.back"), e -> close()), go);
    }
}
