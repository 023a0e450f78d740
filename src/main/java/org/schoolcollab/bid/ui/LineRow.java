package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.FieldPlace;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanSaved.Conflict;
import org.schoolcollab.bid.PlanSection;

/** One line of a plan's form: a group of fields. */
abstract class LineRow extends Div {

    /** Asked where somebody else removed the line meanwhile. */
    interface Gone {
        void ask(LineRow row, @Nullable Conflict conflict);
    }

    private final PlanSection section;
    private final String id;
    private final List<PlanInput> inputs = new ArrayList<>();
    private @Nullable Gone gone;
    private Map<String, String> last;
    private boolean stored;
    private boolean isGone;
    private boolean putBack;

    /** @param line that is stored, or null for a new one */
    LineRow(PlanSection section, @Nullable Line line) {
        this.section = section;
        this.id = line == null ? UUID.randomUUID().toString() : line.id();
        this.last = line == null ? Map.of() : line.fields();
        this.stored = line != null;
        addClassName("line-fields");
    }

    PlanSection section() {
        return section;
    }

    String id() {
        return id;
    }

    FieldPlace place(String field) {
        return new FieldPlace(section, id, field);
    }

    /** Takes an input of this line and shows what is stored in it. */
    PlanInput input(PlanInput input, @Nullable Line line) {
        inputs.add(input);
        if (line != null) {
            input.begin(line.field(input.place().field()));
        }
        return input;
    }

    /** The input of a field, if it has one here. */
    Optional<PlanInput> input(String field) {
        return inputs.stream()
                .filter(input -> input.place().field().equals(field))
                .findFirst();
    }

    /**
     * What the line is called where lines are told apart without sight.
     *
     * @param numbered by its place, e.g. "Target 2"
     */
    String name(String numbered) {
        return numbered;
    }

    List<PlanInput> inputs() {
        return inputs;
    }

    /** All that was stored in this line when it was last there, with what has its inputs on other pages. */
    Map<String, String> last() {
        return last;
    }

    /** What is stored in it now. */
    void update(Line line) {
        stored(true);
        last = line.fields();
        inputs.forEach(input -> input.update(line.field(input.place().field())));
    }

    boolean isStored() {
        return stored;
    }

    void stored(boolean there) {
        stored = there;
        if (there) {
            putBack = false;
            isGone = false;
        }
    }

    /** Whether somebody removed it and its person has not answered yet. */
    boolean isGone() {
        return isGone;
    }

    boolean isToBePutBack() {
        return putBack;
    }

    void onGone(Gone asks) {
        gone = asks;
    }

    /** Somebody removed this line; what is typed in it stays until its person has chosen. */
    void askGone(@Nullable Conflict conflict) {
        stored = false;
        isGone = true;
        if (gone != null) {
            gone.ask(this, conflict);
        }
    }

    /** The person wants it back. */
    void putBack() {
        isGone = false;
        putBack = true;
        inputs.forEach(PlanInput::typeAgain);
    }

    boolean isUnderOwnHand() {
        return inputs.stream().anyMatch(PlanInput::isUnderOwnHand);
    }

    boolean isSettled() {
        return inputs.stream().allMatch(PlanInput::isSettled);
    }

    /** Where the focus goes when the line is new. */
    Focusable<?> first() {
        return (Focusable<?>) inputs.getFirst().component();
    }

    /** Whether nothing is typed in it. */
    boolean isBlank() {
        return inputs.stream().allMatch(input -> input.typedText().isEmpty());
    }
}
