package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.Refusals;

/** Asks for the reason of a step that binds, says what happens next, and does it. A refusal keeps the dialog open with what was typed. */
class CommentDialog extends Dialog {

    private static final int LIMIT = 2000;

    CommentDialog(String title, String next, String verb, Consumer<String> step) {
        setHeaderTitle(title);
        addClassName("check-dialog");
        setCloseOnOutsideClick(false);
        TextArea words = new TextArea(getTranslation("workflow.comment"));
        words.setHelperText(getTranslation("workflow.comment.hint"));
        words.setMaxLength(LIMIT);
        words.setWidthFull();
        Paragraph refusal = new Paragraph();
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        Paragraph whatNext = new Paragraph(next);
        whatNext.addClassName("what-next");
        add(refusal, words, whatNext);
        Button go = new Button(verb);
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickListener(e -> {
            if (words.getValue().isBlank()) {
                refusal.setText(getTranslation("workflow.comment.missing"));
                refusal.setVisible(true);
                words.focus();
                return;
            }
            try {
                step.accept(words.getValue());
                close();
            } catch (BusinessRuleViolation violation) {
                refusal.setText(Refusals.sentence(this, violation));
                refusal.setVisible(true);
            }
        });
        getFooter().add(new Button(getTranslation("shell.back"), e -> close()), go);
    }
}
