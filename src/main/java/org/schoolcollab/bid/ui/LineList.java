package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lines of one kind that a person adds and removes. Each is a group with a name of its own ("Target 2"), so that equal labels in it
 * are told apart without sight.
 */
class LineList<R extends LineRow> extends Div {

    private record Line<R>(R row, Div box, Button remove) {}

    private final String messages;
    private final Supplier<R> newRow;
    private final Runnable changed;
    private final boolean neverEmpty;
    private final List<Line<R>> lines = new ArrayList<>();
    private final Div list = new Div();
    private final Button add;

    /**
     * @param messages prefix of the keys {@code .add}, {@code .name} (one line's name, with its number) and {@code .remove}
     * @param neverEmpty whether there is always one line to type into
     * @param changed told when a line came or went
     */
    LineList(String messages, Supplier<R> newRow, boolean neverEmpty, Runnable changed) {
        this.messages = messages;
        this.newRow = newRow;
        this.neverEmpty = neverEmpty;
        this.changed = changed;
        addClassName("line-list");
        add = new Button(
                getTranslation(messages + ".add"),
                e -> append(newRow.get()).first().focus());
        add(list, add);
    }

    List<R> rows() {
        return lines.stream().map(Line::row).toList();
    }

    Button addButton() {
        return add;
    }

    /** Puts these lines in place of those shown. */
    void show(List<R> rows) {
        lines.clear();
        list.removeAll();
        rows.forEach(this::append);
        keepOne();
    }

    /** Takes out the lines in which nothing is typed. */
    void dropBlank() {
        List<Line<R>> blank =
                lines.stream().filter(line -> line.row().isBlank()).toList();
        blank.forEach(this::takeOut);
        keepOne();
        number();
    }

    private R append(R row) {
        Button remove = new Button();
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div box = new Div(row, remove);
        box.addClassName("line");
        box.getElement().setAttribute("role", "group");
        Line<R> line = new Line<>(row, box, remove);
        remove.addClickListener(e -> {
            takeOut(line);
            keepOne();
            number();
            changed.run();
            add.focus();
        });
        lines.add(line);
        list.add(box);
        number();
        return row;
    }

    private void takeOut(Line<R> line) {
        lines.remove(line);
        list.remove(line.box());
    }

    private void keepOne() {
        if (neverEmpty && lines.isEmpty()) {
            append(newRow.get());
        }
    }

    private void number() {
        for (int i = 0; i < lines.size(); i++) {
            Line<R> line = lines.get(i);
            line.box().getElement().setAttribute("aria-label", getTranslation(messages + ".name", i + 1));
            line.remove().setText(getTranslation(messages + ".remove", i + 1));
        }
    }
}
