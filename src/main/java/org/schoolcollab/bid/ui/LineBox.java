package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** A line with the question that stands above it where somebody removed it, and the buttons that move and remove it. */
final class LineBox extends Div {

    private final transient LineRow row;
    private final Div question = new Div();
    private final NativeButton up = new NativeButton();
    private final NativeButton down = new NativeButton();
    private final Button remove = new Button();

    /** @param changeable whether its person may move and remove it */
    LineBox(LineRow row, boolean changeable) {
        this.row = row;
        addClassName("line");
        getElement().setAttribute("role", "group");
        question.addClassNames("notice", "notice-warn");
        question.getElement().setAttribute("role", "status");
        question.setVisible(false);
        add(question, row);
        if (changeable) {
            List.of(up, down).forEach(button -> button.addClassName("move"));
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            Div buttons = new Div(up, down, remove);
            buttons.addClassName("line-buttons");
            add(buttons);
        }
    }

    LineRow row() {
        return row;
    }

    void onMove(Runnable upwards, Runnable downwards) {
        up.setText(getTranslation("bid.plan.line.up"));
        down.setText(getTranslation("bid.plan.line.down"));
        up.addClickListener(e -> upwards.run());
        down.addClickListener(e -> downwards.run());
    }

    void onRemove(Runnable removes) {
        remove.addClickListener(e -> removes.run());
    }

    /** Tells the line apart from its like, also without sight. */
    void call(String name) {
        getElement().setAttribute("aria-label", name);
    }

    /**
     * Names its buttons. One that leads nowhere keeps the focus and says so.
     *
     * @param removes words of the button that removes it
     * @param moves whether it is among others that can change places with it
     */
    void callButtons(String name, String removes, boolean moves, boolean first, boolean last) {
        remove.setText(removes);
        call(up, "bid.plan.line.up.of", name, first);
        call(down, "bid.plan.line.down.of", name, last);
        up.setVisible(moves);
        down.setVisible(moves);
    }

    private void call(NativeButton button, String key, String name, boolean nowhere) {
        button.getElement().setAttribute("aria-label", getTranslation(key, name));
        button.getElement().setAttribute("aria-disabled", Boolean.toString(nowhere));
    }

    /** What stands above the line until its person has answered. */
    void ask(String sentence, Button... answers) {
        Div buttons = new Div(answers);
        buttons.addClassName("row");
        question.removeAll();
        question.add(new Paragraph(sentence), buttons);
        question.setVisible(true);
    }

    void answered() {
        question.removeAll();
        question.setVisible(false);
    }
}
