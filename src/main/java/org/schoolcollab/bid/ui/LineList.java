package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.PlanEdit;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanSaved.Conflict;
import org.schoolcollab.shell.Dates;

/**
 * Lines of one kind that a person adds and removes. Each is a group with a name of its own ("Target 2"), so that equal labels in it
 * are told apart without sight. Lines that others add or remove come and go without moving the focus.
 */
class LineList extends Div {

    /** Whether its person adds and removes lines here. */
    enum Kind {
        /** As many as there are. */
        ANY,
        /** There is always one to type into. */
        ONE_AT_LEAST,
        /** They come and go elsewhere. */
        AS_THEY_ARE
    }

    private record Shown(LineRow row, Div box, Div question, Button remove) {}

    private final String messages;
    private final transient Function<@Nullable Line, LineRow> newRow;
    private final transient PlanWriting writing;
    private final transient Runnable changed;
    private final Kind kind;
    private final transient List<Shown> lines = new ArrayList<>();
    private final Div list = new Div();
    private final Button add = new Button();

    /**
     * @param messages prefix of the keys {@code .add}, {@code .name} (one line's name, with its number) and {@code .remove}; of no
     *     meaning where lines come and go elsewhere
     * @param newRow makes a row for a stored line, or an empty one
     * @param changed told when a line came or went
     */
    LineList(
            String messages,
            Function<@Nullable Line, LineRow> newRow,
            PlanWriting writing,
            Kind kind,
            Runnable changed) {
        this.messages = messages;
        this.newRow = newRow;
        this.writing = writing;
        this.kind = kind;
        this.changed = changed;
        addClassName("line-list");
        add.setVisible(kind != Kind.AS_THEY_ARE);
        if (kind != Kind.AS_THEY_ARE) {
            add.setText(getTranslation(messages + ".add"));
            add.addClickListener(e -> addOne());
        }
        add(list, add);
    }

    private void addOne() {
        LineRow row = newRow.apply(null);
        insert(lines.size(), row);
        row.first().focus();
    }

    List<LineRow> rows() {
        return lines.stream().map(Shown::row).toList();
    }

    Optional<LineRow> row(String id) {
        return rows().stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** Shows what the draft holds now. A line in which this person is at work stays, and says so where somebody removed it. */
    void merge(List<Line> stored) {
        List<String> ids = stored.stream().map(Line::id).toList();
        List.copyOf(lines).stream()
                .filter(line ->
                        line.row().isStored() && !ids.contains(line.row().id()))
                .forEach(this::removedByAnother);
        int at = 0;
        for (Line line : stored) {
            Optional<Shown> shown = lines.stream()
                    .filter(candidate -> candidate.row().id().equals(line.id()))
                    .findFirst();
            if (shown.isPresent()) {
                shown.get().row().update(line);
                answered(shown.get());
                at = lines.indexOf(shown.get()) + 1;
            } else {
                insert(at, newRow.apply(line));
                at++;
            }
        }
        dropSpare();
        keepOne();
        number();
        changed.run();
    }

    private void removedByAnother(Shown line) {
        if (line.row().isUnderOwnHand() || !line.row().isSettled()) {
            line.row().askGone(null);
        } else {
            takeOut(line);
            number();
        }
    }

    /** An empty line that waits to be typed into is of no use beside others. */
    private void dropSpare() {
        if (kind == Kind.ONE_AT_LEAST && lines.size() > 1) {
            Shown first = lines.getFirst();
            Shown last = lines.getLast();
            List.of(first, last).stream()
                    .filter(line -> !line.row().isStored()
                            && line.row().isBlank()
                            && !line.row().isUnderOwnHand())
                    .findFirst()
                    .ifPresent(line -> {
                        takeOut(line);
                        number();
                    });
        }
    }

    private void insert(int at, LineRow row) {
        Button remove = new Button();
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        remove.setVisible(kind != Kind.AS_THEY_ARE);
        Div question = new Div();
        question.addClassNames("notice", "notice-warn");
        question.getElement().setAttribute("role", "status");
        question.setVisible(false);
        Div box = new Div(question, row, remove);
        box.addClassName("line");
        box.getElement().setAttribute("role", "group");
        Shown line = new Shown(row, box, question, remove);
        remove.addClickListener(e -> remove(line));
        row.onGone((gone, conflict) -> ask(line, conflict));
        lines.add(at, line);
        list.addComponentAtIndex(at, box);
        number();
    }

    private void remove(Shown line) {
        LineRow row = line.row();
        takeOut(line);
        keepOne();
        number();
        if (row.isStored()) {
            writing.change(
                    List.of(new PlanEdit.Remove(row.section(), row.id(), writing.seen(row.section(), row.id()))));
        }
        changed.run();
        add.focus();
    }

    private void ask(Shown line, @Nullable Conflict conflict) {
        Button back = new Button(getTranslation("bid.plan.gone.back"), e -> {
            answered(line);
            line.row().putBack();
            writing.save();
            line.row().first().focus();
        });
        Button leave = new Button(getTranslation("bid.plan.gone.leave"), e -> {
            takeOut(line);
            keepOne();
            number();
            changed.run();
            writing.save();
            if (kind != Kind.AS_THEY_ARE) {
                add.focus();
            }
        });
        Div buttons = new Div(back, leave);
        buttons.addClassName("row");
        line.question().removeAll();
        line.question()
                .add(
                        new Paragraph(
                                conflict == null
                                        ? getTranslation("bid.plan.gone")
                                        : getTranslation(
                                                "bid.plan.gone.by", conflict.by(), Dates.moment(conflict.at()))),
                        buttons);
        line.question().setVisible(true);
    }

    private static void answered(Shown line) {
        line.question().removeAll();
        line.question().setVisible(false);
    }

    private void takeOut(Shown line) {
        lines.remove(line);
        list.remove(line.box());
        writing.forget(line.row());
    }

    private void keepOne() {
        if (kind == Kind.ONE_AT_LEAST && lines.isEmpty()) {
            insert(0, newRow.apply(null));
        }
    }

    private void number() {
        for (int i = 0; i < lines.size(); i++) {
            Shown line = lines.get(i);
            boolean here = kind != Kind.AS_THEY_ARE;
            String name = line.row().name(here ? getTranslation(messages + ".name", i + 1) : "");
            line.box().getElement().setAttribute("aria-label", name);
            if (here) {
                line.remove().setText(getTranslation(messages + ".remove", i + 1));
            }
        }
    }
}
