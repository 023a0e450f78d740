package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shell.DayField;
import org.schoolcollab.shell.Refusals;

/** Asks when something that failed is tried again, in London's time. A refusal keeps the dialog open. */
class LaterDialog extends Dialog {

    LaterDialog(String name, Consumer<@Nullable Instant> step) {
        setHeaderTitle(getTranslation("workflow.running.later.title", name));
        addClassName("check-dialog");
        setCloseOnOutsideClick(false);
        DateTimePicker when = new DateTimePicker(getTranslation("workflow.running.later.when"));
        when.setDatePickerI18n(DayField.britain());
        when.setLocale(Locale.UK);
        Paragraph refusal = new Paragraph();
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        add(refusal, when);
        Button go = new Button(getTranslation("workflow.running.later.verb"));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickListener(e -> {
            try {
                LocalDateTime typed = when.getValue();
                step.accept(
                        typed == null ? null : typed.atZone(PortalClock.LONDON).toInstant());
                close();
            } catch (BusinessRuleViolation refused) {
                refusal.setText(Refusals.sentence(this, refused));
                refusal.setVisible(true);
            }
        });
        getFooter().add(new Button(getTranslation("shell.back"), e -> close()), go);
    }
}
