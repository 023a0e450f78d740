package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.PlanEdit;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanSaved.Conflict;
import org.schoolcollab.shell.Dates;

/**
 * Lines of one kind that a person adds, moves and removes. Each is a group with a name of its own ("Target 2"), so that equal labels in
 * it are told apart without sight. Lines that others add, move or remove come and go without moving the focus.
 */
class LineList extends Div {

    /** Whether its person adds, moves and removes lines here. */
    enum Kind {
        /** As many as there are. */
        ANY,
        /** There is always one to type into. */
        ONE_AT_LEAST,
        /** They come and go elsewhere. */
        AS_THEY_ARE
    }

    private final String messages;
    private final transient Function<@Nullable Line, LineRow> newRow;
    private final transient PlanWriting writing;
    private final transient Runnable changed;
    private final Kind kind;
    private final List<LineBox> lines = new ArrayList<>();
    private final Div list = new Div();
    private final Button add = new Button();
    private final Span said = new Span();

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
        add(list);
        if (isChangeable()) {
            add.setText(getTranslation(messages + ".add"));
            add.addClickListener(e -> addOne());
            said.addClassName("visually-hidden");
            said.getElement().setAttribute("role", "status");
            add(add, said);
        }
    }

    private boolean isChangeable() {
        return kind != Kind.AS_THEY_ARE;
    }

    private void addOne() {
        LineRow row = newRow.apply(null);
        insert(lines.size(), row);
        number();
        row.first().focus();
    }

    List<LineRow> rows() {
        return lines.stream().map(LineBox::row).toList();
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
            Optional<LineBox> shown = find(line.id());
            if (shown.isPresent()) {
                shown.get().row().update(line);
                shown.get().answered();
                at = lines.indexOf(shown.get()) + 1;
            } else {
                insert(at, newRow.apply(line));
                at++;
            }
        }
        order(ids);
        dropSpare();
        keepOne();
        number();
        changed.run();
    }

    private Optional<LineBox> find(String id) {
        return lines.stream().filter(line -> line.row().id().equals(id)).findFirst();
    }

    /** Puts the lines in this order; those that are not stored stay behind the one that they stand behind. */
    private void order(List<String> ids) {
        List<LineBox> wanted = new ArrayList<>(
                lines.stream().takeWhile(line -> !ids.contains(line.row().id())).toList());
        for (String id : ids) {
            find(id).ifPresent(line -> {
                wanted.add(line);
                lines.stream()
                        .skip(lines.indexOf(line) + 1L)
                        .takeWhile(next -> !ids.contains(next.row().id()))
                        .forEach(wanted::add);
            });
        }
        if (wanted.equals(lines)) {
            return;
        }
        // The line with the focus stays where it is in the page, and the others go round it.
        LineBox pinned = wanted.stream()
                .filter(line -> line.row().isUnderOwnHand())
                .findFirst()
                .orElse(null);
        wanted.stream().filter(line -> line != pinned).forEach(list::remove);
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i) != pinned) {
                list.addComponentAtIndex(i, wanted.get(i));
            }
        }
        lines.clear();
        lines.addAll(wanted);
    }

    private void removedByAnother(LineBox line) {
        if (line.row().isUnderOwnHand() || !line.row().isSettled()) {
            line.row().askGone(null);
        } else {
            takeOut(line);
        }
    }

    /** An empty line that waits to be typed into is of no use beside others. */
    private void dropSpare() {
        if (kind == Kind.ONE_AT_LEAST && lines.size() > 1) {
            Stream.of(lines.getFirst(), lines.getLast())
                    .filter(line -> !line.row().isStored()
                            && line.row().isBlank()
                            && !line.row().isUnderOwnHand())
                    .findFirst()
                    .ifPresent(this::takeOut);
        }
    }

    private void insert(int at, LineRow row) {
        LineBox line = new LineBox(row, isChangeable());
        line.onMove(() -> move(line, -1), () -> move(line, 1));
        line.onRemove(() -> remove(line));
        row.onGone((gone, conflict) -> ask(line, conflict));
        lines.add(at, line);
        list.addComponentAtIndex(at, line);
    }

    /** The neighbour changes places with the line, so that the focus stays where it is. */
    private void move(LineBox line, int by) {
        int from = lines.indexOf(line);
        int to = from + by;
        if (to < 0
                || to >= lines.size()
                || !line.row().isStored()
                || !lines.get(to).row().isStored()) {
            say("bid.plan.line.stays", from);
            return;
        }
        LineRow row = line.row();
        LineRow neighbour = lines.get(to).row();
        LineBox other = lines.remove(to);
        list.remove(other);
        lines.add(from, other);
        list.addComponentAtIndex(from, other);
        number();
        say("bid.plan.line.moved", to);
        writing.change(List.of(new PlanEdit.Move(
                row.section(), row.id(), by > 0 ? neighbour.id() : writing.before(row.section(), neighbour.id()))));
        changed.run();
    }

    /** Reads out where a line is, also when that is where it was. */
    private void say(String key, int index) {
        String text = getTranslation(key, getTranslation(messages + ".name", index + 1), lines.size());
        said.setText(text.equals(said.getText()) ? text + "\u00a0" : text);
    }

    private void remove(LineBox line) {
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

    private void ask(LineBox line, @Nullable Conflict conflict) {
        Button back = new Button(getTranslation("bid.plan.gone.back"), e -> {
            line.answered();
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
            if (isChangeable()) {
                add.focus();
            }
        });
        line.ask(
                conflict == null
                        ? getTranslation("bid.plan.gone")
                        : getTranslation("bid.plan.gone.by", conflict.by(), Dates.moment(conflict.at())),
                back,
                leave);
    }

    private void takeOut(LineBox line) {
        lines.remove(line);
        list.remove(line);
        writing.inputs().forget(line.row());
    }

    private void keepOne() {
        if (kind == Kind.ONE_AT_LEAST && lines.isEmpty()) {
            insert(0, newRow.apply(null));
        }
    }

    private void number() {
        for (int i = 0; i < lines.size(); i++) {
            LineBox line = lines.get(i);
            if (!isChangeable()) {
                line.call(line.row().name(""));
                continue;
            }
            String name = getTranslation(messages + ".name", i + 1);
            line.call(line.row().name(name));
            line.callButtons(
                    name,
                    getTranslation(messages + ".remove", i + 1),
                    lines.size() > 1 && line.row().isStored(),
                    i == 0,
                    i == lines.size() - 1);
        }
    }
}
