package org.schoolcollab.shell;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Two texts with the words marked in which they differ: as removed in the earlier one, as inserted in the later one. */
public final class WordDifference {

    /** What became of a piece of text. */
    public enum Kind {
        SAME,
        NEW,
        GONE
    }

    /** A piece of text. */
    public record Run(Kind kind, String text) {}

    private WordDifference() {}

    /** Both texts in one: what is gone stands before what is new in its place. */
    public static List<Run> runs(String before, String after) {
        List<String> later = words(after);
        List<Run> runs = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : deltas(before, after)) {
            run(runs, Kind.SAME, later.subList(at, delta.getTarget().getPosition()));
            run(runs, Kind.GONE, delta.getSource().getLines());
            run(runs, Kind.NEW, delta.getTarget().getLines());
            at = delta.getTarget().getPosition() + delta.getTarget().size();
        }
        run(runs, Kind.SAME, later.subList(at, later.size()));
        return List.copyOf(runs);
    }

    private static void run(List<Run> runs, Kind kind, List<String> words) {
        String text = String.join("", words);
        if (text.isEmpty()) {
            return;
        }
        if (!runs.isEmpty() && !endsWithSpace(runs.getLast().text())) {
            runs.add(new Run(Kind.SAME, " "));
        }
        runs.add(new Run(kind, text));
    }

    private static boolean endsWithSpace(String text) {
        return Character.isWhitespace(text.codePointBefore(text.length()));
    }

    /** The earlier text, with what is gone from it in {@code del}. */
    public static Span before(String before, String after) {
        return marked(words(before), deltas(before, after), AbstractDelta::getSource, "del");
    }

    /** The later text, with what is new in it in {@code ins}. */
    public static Span after(String before, String after) {
        return marked(words(after), deltas(before, after), AbstractDelta::getTarget, "ins");
    }

    private static List<AbstractDelta<String>> deltas(String before, String after) {
        return DiffUtils.diff(
                        words(before), words(after), (one, other) -> one.strip().equals(other.strip()))
                .getDeltas();
    }

    /** Words, each with the space behind it. */
    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\\s)(?=\\S)", -1));
    }

    private static Span marked(
            List<String> words,
            List<AbstractDelta<String>> deltas,
            Function<AbstractDelta<String>, Chunk<String>> side,
            String mark) {
        Span text = new Span();
        text.addClassName("own-words");
        int at = 0;
        for (AbstractDelta<String> delta : deltas) {
            Chunk<String> chunk = side.apply(delta);
            plain(text, words.subList(at, chunk.getPosition()));
            at = chunk.getPosition() + chunk.size();
            if (chunk.size() > 0) {
                Element element = new Element(mark);
                element.setText(String.join("", chunk.getLines()));
                text.getElement().appendChild(element);
            }
        }
        plain(text, words.subList(at, words.size()));
        return text;
    }

    private static void plain(Span text, List<String> words) {
        if (!words.isEmpty()) {
            text.getElement().appendChild(Element.createText(String.join("", words)));
        }
    }
}
