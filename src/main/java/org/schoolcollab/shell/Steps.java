package org.schoolcollab.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** The stages of something in order, each with its state in words for those who do not see the colours. */
public class Steps extends OrderedList {

    /** How far a stage is. */
    public enum State {
        DONE,
        NOW,
        NEXT
    }

    /** @param label what the row of stages shows, for screen readers */
    public Steps(String label) {
        addClassName("steps");
        getElement().setAttribute("aria-label", label);
    }

    public Steps step(String name, State state) {
        return step(new Span(name), state);
    }

    /** A stage that shows more than its name, such as a link. */
    public Steps step(Component content, State state) {
        ListItem item = new ListItem(content);
        item.getElement().setAttribute("data-n", Integer.toString(getComponentCount() + 1));
        Span words =
                new Span(" (" + getTranslation("shell.steps." + state.name().toLowerCase(Locale.ROOT)) + ")");
        words.addClassName("visually-hidden");
        item.add(words);
        if (state != State.NEXT) {
            item.addClassName(state.name().toLowerCase(Locale.ROOT));
        }
        if (state == State.NOW) {
            item.getElement().setAttribute("aria-current", "step");
        }
        add(item);
        return this;
    }
}
