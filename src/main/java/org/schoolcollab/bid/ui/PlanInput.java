package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.FieldPlace;
import org.schoolcollab.bid.PlanPoints.Point;
import org.schoolcollab.bid.PlanSaved.Conflict;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.Dates;

/**
 * One input of the plan's form with its field: what its editor saw stored last, what they have typed since, whose hand is on it, and the
 * choice between two texts where somebody else saved another one meanwhile.
 */
class PlanInput extends Div {

    /** Sent this long after the last key, and at once when the field is left: well within the two seconds that are promised. */
    private static final int PAUSE_MS = 1000;

    /**
     * A text of somebody else has come to the page: answers whether the person sees it. What they typed while it was on its way stays,
     * and comes back as a conflict; what they typed and took back is nothing.
     */
    private static final String SEEN = """
            if (this.own === $0) { delete this.own; }
            if (typeof this.own !== 'string') { return true; }
            this.firstElementChild.value = this.own;
            return false;""";

    /** After the layout has put the focus on the heading of the page. */
    private static final String GO = """
            setTimeout(() => {
              this.scrollIntoView({block: 'center'});
              this.focus();
              if (!this.matches(':focus-within')) {
                this.querySelector('input, textarea, vaadin-checkbox, vaadin-radio-button')?.focus();
              }
            }, 0);""";

    private final FieldPlace place;
    private final transient PlanWriting writing;
    private final Component input;
    private final transient Supplier<String> read;
    private final transient Consumer<String> write;
    private final transient Supplier<@Nullable String> raw;
    private final @Nullable LineRow row;
    private @Nullable Paragraph hand;
    private @Nullable Div question;
    private String seen = "";
    private @Nullable String shownNext;
    private @Nullable String later;
    private @Nullable String theirs;
    private boolean unsaved;
    private boolean refused;
    private boolean entered;
    private boolean quiet;

    <T, C extends Component & HasValue<?, T>> PlanInput(
            FieldPlace place,
            @Nullable LineRow row,
            C input,
            Function<T, String> text,
            Function<String, T> value,
            PlanWriting writing) {
        this.place = place;
        this.row = row;
        this.input = input;
        this.read = () -> Texts.clean(text.apply(input.getValue()));
        this.raw = () -> input instanceof HasValueChangeMode ? String.valueOf(input.getValue()) : null;
        this.write = stored -> input.setValue(value.apply(stored));
        this.writing = writing;
        addClassName("plan-field");
        add(input);
        if (input instanceof HasValueChangeMode typed) {
            typed.setValueChangeMode(ValueChangeMode.LAZY);
            typed.setValueChangeTimeout(PAUSE_MS);
        }
        input.addValueChangeListener(e -> typed());
        getElement().addEventListener("focusin", e -> enter());
        getElement().addEventListener("focusout", e -> leave());
        writing.inputs().join(this);
        if (row == null) {
            begin(writing.stored(place));
        }
        showPoints(writing.points().at(place));
    }

    /** An input for a text as it is typed. */
    static <C extends Component & HasValue<?, String>> PlanInput text(
            FieldPlace place, @Nullable LineRow row, C input, PlanWriting writing) {
        return new PlanInput(place, row, input, text -> text, text -> text, writing);
    }

    FieldPlace place() {
        return place;
    }

    @Nullable
    LineRow row() {
        return row;
    }

    Component component() {
        return input;
    }

    /** What stands in the field, as it would be stored. */
    String typedText() {
        return read.get();
    }

    /** What stands in a text field, to the letter; null for other inputs, which hold nothing half typed. */
    @Nullable
    String rawText() {
        return raw.get();
    }

    /** The stored text that the editor saw before they typed. */
    String seen() {
        return seen;
    }

    /** Whether something was typed that is not stored yet and could be. */
    boolean isToBeSaved() {
        return unsaved && theirs == null && !refused;
    }

    /** Whether all that was typed is stored. */
    boolean isSettled() {
        return !unsaved && theirs == null && !refused;
    }

    /** Whether its person has to choose or to mend something before it can be saved. */
    boolean isHeld() {
        return theirs != null || refused;
    }

    boolean isUnderOwnHand() {
        return entered;
    }

    /** What was said here is read out as the field is entered, beside the field's own hint. */
    private void showPoints(List<Point> points) {
        if (!points.isEmpty()) {
            SaidHere here = SaidHere.atField(points);
            here.setId("said-" + place);
            addComponentAtIndex(1, here);
            getElement().setAttribute("role", "group").setAttribute("aria-describedby", "said-" + place);
        }
    }

    /** Leads here, by eye and by keyboard. */
    void go() {
        input.getElement().executeJs(GO);
    }

    private void typed() {
        if (quiet) {
            return;
        }
        refused = false;
        unsaved = !typedText().equals(seen);
        if (input instanceof HasValidation validated) {
            validated.setInvalid(false);
        }
        writing.typed(this);
    }

    private void enter() {
        entered = true;
        writing.entered(this);
    }

    private void leave() {
        entered = false;
        if (later != null) {
            String stored = later;
            later = null;
            update(stored);
        }
        writing.left(this);
    }

    /** What was sent is stored; typed on meanwhile, there is more to save. */
    void stored(String text) {
        seen = text;
        unsaved = !typedText().equals(text);
        later = null;
        if (!unsaved) {
            writing.tellSettled(this);
        }
    }

    /** What stands here is to be stored as if it were new: its line was removed and is put back. */
    void typeAgain() {
        answered();
        seen = "";
        refused = false;
        unsaved = !typedText().isEmpty();
    }

    /** Nothing of it could be kept; it is sent again when it was changed. */
    void refuse(Problem problem) {
        refused = true;
        if (input instanceof HasValidation validated) {
            validated.setErrorMessage(getTranslation(problem.messageKey(), problem.argumentArray()));
            validated.setInvalid(true);
        }
        writing.tellSettled(this);
    }

    /** What the draft holds now, which somebody else may have changed. Never changes what the person is typing. */
    void update(String stored) {
        if (theirs != null) {
            if (!stored.equals(theirs)) {
                ask(getTranslation("bid.plan.two.again"), stored);
            }
        } else if (unsaved) {
            // It comes back as a conflict when it is saved.
            return;
        } else if (entered && !stored.equals(seen)) {
            later = stored;
        } else {
            put(stored);
        }
    }

    /** Shows this text; it counts as seen once the page has it, since what was typed before was typed without seeing it. */
    private void put(String stored) {
        String shown = shownNext == null ? seen : shownNext;
        if (stored.equals(shown)) {
            return;
        }
        String before = rawText();
        show(stored);
        shownNext = stored;
        getElement().executeJs(SEEN, before).then(Boolean.class, there -> {
            if (stored.equals(shownNext)) {
                seen = there ? stored : seen;
                shownNext = null;
            }
        });
    }

    /** Puts the stored text into the field of a new row. */
    void begin(String stored) {
        show(stored);
        seen = stored;
    }

    /** The words of what may be chosen here have changed. */
    void showAgain() {
        if (isSettled() && !entered) {
            show("");
            show(shownNext == null ? seen : shownNext);
        }
    }

    private void show(String stored) {
        quiet = true;
        write.accept(stored);
        quiet = false;
    }

    /** Both texts stand at the field until the person has chosen. */
    void ask(Conflict conflict) {
        ask(getTranslation("bid.plan.two", conflict.by(), Dates.moment(conflict.at())), conflict.stored());
    }

    /** The buttons are about the text that stands above them: where another one came since, a late click on them is lost. */
    private void ask(String sentence, String stored) {
        theirs = stored;
        if (typedText().equals(stored)) {
            answered();
            stored(stored);
            return;
        }
        String shown = writing.shown(place, stored);
        Paragraph text = new Paragraph(shown.isEmpty() ? getTranslation("bid.plan.two.empty") : shown);
        text.addClassName("own-words");
        Button mine = new Button(getTranslation("bid.plan.two.mine"), e -> keepMine(stored));
        Button other = new Button(getTranslation("bid.plan.two.theirs"), e -> takeTheirs(stored));
        Div buttons = new Div(mine, other);
        buttons.addClassName("row");
        Div asked = new Div(new Paragraph(sentence), text, buttons);
        asked.addClassNames("notice", "notice-warn", "two-texts");
        asked.getElement().setAttribute("role", "status");
        replace(question, asked);
        question = asked;
        writing.tellSettled(this);
    }

    private void keepMine(String other) {
        seen = other;
        shownNext = null;
        answered();
        unsaved = true;
        writing.typed(this);
        focusInput();
    }

    private void takeTheirs(String other) {
        answered();
        unsaved = false;
        later = null;
        show(other);
        seen = other;
        writing.typed(this);
        writing.tellSettled(this);
        focusInput();
    }

    private void focusInput() {
        input.getElement().executeJs("this.focus()");
    }

    private void answered() {
        theirs = null;
        if (question != null) {
            remove(question);
            question = null;
        }
    }

    /** Says whose hand is on this field; empty where nobody's is. */
    void showHand(String names) {
        String text = names.isEmpty() ? "" : getTranslation("bid.plan.hand", names);
        if (text.equals(hand == null ? "" : hand.getText())) {
            return;
        }
        if (hand != null) {
            remove(hand);
            hand = null;
        }
        if (!text.isEmpty()) {
            hand = new Paragraph(text);
            hand.addClassNames("hint", "hand");
            addComponentAtIndex(1, hand);
        }
        setClassName("under-a-hand", !text.isEmpty());
    }
}
