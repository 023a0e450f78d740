package org.schoolcollab.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ValidationFailed;

/**
 * Asked before a step that binds: the answers once more, what happens next and to whom it goes, and a button that names the step
 * ("Approve £42,000"). A refusal is shown in the dialog, which stays open, so nothing is lost; a page that {@link LoadsAnew} shows what
 * is true now once it is closed. The step runs once however often the button is pressed.
 */
public class CheckDialog extends Dialog {

    private final Paragraph refusal = new Paragraph();
    private final Button go;
    private boolean done;
    private boolean stale;

    public CheckDialog(String title, Component answers, String next, String verb, Runnable step) {
        setHeaderTitle(title);
        addClassName("check-dialog");
        setCloseOnOutsideClick(false);
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        Paragraph whatNext = new Paragraph(next);
        whatNext.addClassName("what-next");
        add(refusal, answers, whatNext);

        go = new Button(verb);
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.setDisableOnClick(true);
        go.addClickListener(e -> run(step, answers));
        Button back = new Button(getTranslation("shell.back"), e -> close());
        getFooter().add(back, go);
        addOpenedChangeListener(event -> {
            if (!event.isOpened() && stale) {
                stale = false;
                loadAnew();
            }
        });
    }

    /** What stands on the page is not true any more; the sentence in the dialog has said why. */
    private static void loadAnew() {
        UI ui = UI.getCurrent();
        if (ui.getCurrentView() instanceof LoadsAnew page) {
            page.loadAnew();
            Refusals.keepFocus(ui);
        }
    }

    private void run(Runnable step, Component answers) {
        if (done) {
            return;
        }
        try {
            step.run();
            done = true;
            stale = false;
            close();
        } catch (BusinessRuleViolation violation) {
            refusal.setText(Refusals.sentence(this, violation));
            // What a summary of the answers says already is not said twice.
            refusal.setVisible(!(violation instanceof ValidationFailed && summarises(answers)));
            stale = stale || !(violation instanceof ValidationFailed);
        } finally {
            go.setEnabled(!done);
        }
    }

    private static boolean summarises(Component answers) {
        return answers instanceof ErrorSummary
                ? answers.isVisible()
                : answers.getChildren().anyMatch(CheckDialog::summarises);
    }
}
