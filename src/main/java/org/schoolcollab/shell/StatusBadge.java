package org.schoolcollab.shell;

import com.vaadin.flow.component.html.Span;

/** A state in words on a tinted ground; the words carry the meaning, the colour only helps. */
public class StatusBadge extends Span {

    /** What the colour says. */
    public enum Tone {
        NEUTRAL,
        GOOD,
        WARN,
        BAD,
        ACCENT
    }

    public StatusBadge(String text, Tone tone) {
        super(text);
        addClassNames("badge", "badge-" + tone.name().toLowerCase(java.util.Locale.ROOT));
    }
}
