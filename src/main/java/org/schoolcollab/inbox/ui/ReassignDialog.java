package org.schoolcollab.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.schoolcollab.inbox.TaskDesk;
import org.schoolcollab.inbox.WorkItem;
import org.schoolcollab.security.People;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Refusals;

/** Asks to whom a task goes and why. */
class ReassignDialog extends Dialog {

    private final transient TaskDesk desk;
    private final WorkItem item;
    private final transient Runnable done;
    private final ErrorSummary errors = new ErrorSummary();
    private final Select<People.Person> person = new Select<>();
    private final TextArea reason = new TextArea();

    ReassignDialog(TaskDesk desk, WorkItem item, Runnable done) {
        this.desk = desk;
        this.item = item;
        this.done = done;
        setHeaderTitle(getTranslation("inbox.reassign.title", getTranslation("task." + item.taskKey())));
        person.setLabel(getTranslation("inbox.reassign.person"));
        person.setItems(desk.candidates(item.taskId()));
        person.setItemLabelGenerator(People.Person::displayName);
        reason.setLabel(getTranslation("inbox.reassign.reason"));
        reason.setHelperText(getTranslation("inbox.reassign.reason.hint", TaskDesk.REASON_LIMIT));
        errors.register("person", person);
        errors.register("reason", reason);
        Div form = new Div(errors, person, reason);
        form.addClassName("form");
        add(form);
        Button go = new Button(getTranslation("inbox.reassign.go"), e -> reassign());
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("shell.back"), e -> close()), go);
    }

    private void reassign() {
        People.Person to = person.getValue();
        if (to == null) {
            errors.show(List.of(Problem.of("person", "error.inbox.personMissing")));
            return;
        }
        try {
            desk.reassign(item.taskId(), to.id(), reason.getValue());
            close();
            Refusals.done(getTranslation("inbox.reassign.done", to.displayName()));
            done.run();
        } catch (ValidationFailed failed) {
            errors.show(failed.problems());
        } catch (BusinessRuleViolation refused) {
            close();
            Refusals.show(this, refused);
            done.run();
        }
    }
}
