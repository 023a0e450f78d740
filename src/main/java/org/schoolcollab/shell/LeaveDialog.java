package org.schoolcollab.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.BooleanSupplier;

/** Asked when a person leaves with words that are not saved yet. */
public class LeaveDialog extends Dialog {

    /** @param save answers whether saving went well; what is wrong stands in the form then */
    public LeaveDialog(BooleanSupplier save, Runnable leave) {
        this("shell.leave.title", "shell.leave.text", save, leave);
    }

    /**
     * The same for something else than words.
     *
     * @param title key of what is not saved
     * @param text key of what the person can do
     */
    public LeaveDialog(String title, String text, BooleanSupplier save, Runnable leave) {
        setHeaderTitle(getTranslation(title));
        add(new Paragraph(getTranslation(text)));
        Button keep = new Button(getTranslation("shell.leave.save"), e -> {
            close();
            if (save.getAsBoolean()) {
                leave.run();
            }
        });
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button drop = new Button(getTranslation("shell.leave.drop"), e -> {
            close();
            leave.run();
        });
        Button stay = new Button(getTranslation("shell.leave.stay"), e -> close());
        getFooter().add(stay, drop, keep);
    }
}
