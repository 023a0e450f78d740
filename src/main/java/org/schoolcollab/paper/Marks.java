package org.schoolcollab.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.schoolcollab.shell.WordDifference;
import org.schoolcollab.shell.WordDifference.Kind;
import org.schoolcollab.shell.WordDifference.Run;

/**
 * Marks in the texts of a paper what is new in them and what is gone. A mark is one of the characters that Unicode keeps for a program's
 * own use and that no text has: {@link org.schoolcollab.shared.Texts} takes them out of what people type, and {@link #plain} out of what
 * was typed before it did.
 */
public final class Marks {

    private static final char NEW = '\uFDD0';
    private static final char GONE = '\uFDD1';
    private static final char END = '\uFDD2';

    private Marks() {}

    /** All of a text as new. */
    public static String added(String text) {
        return marked(NEW, plain(text));
    }

    /** All of a text as gone. */
    public static String removed(String text) {
        return marked(GONE, plain(text));
    }

    /** What a text has become, with the words that came and those that went. */
    public static String between(String before, String after) {
        return WordDifference.runs(plain(before), plain(after)).stream()
                .map(run -> switch (run.kind()) {
                    case SAME -> run.text();
                    case NEW -> marked(NEW, run.text());
                    case GONE -> marked(GONE, run.text());
                })
                .collect(Collectors.joining());
    }

    /** A text without marks. */
    public static String plain(String text) {
        return text.replace(String.valueOf(NEW), "")
                .replace(String.valueOf(GONE), "")
                .replace(String.valueOf(END), "");
    }

    /** Whether anything is marked in it. */
    static boolean isMarked(String text) {
        return text.indexOf(NEW) >= 0 || text.indexOf(GONE) >= 0;
    }

    /** The text in pieces. */
    static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        Kind kind = Kind.SAME;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? END : text.charAt(i);
            if (c == NEW || c == GONE || c == END) {
                if (i > from) {
                    runs.add(new Run(kind, text.substring(from, i)));
                }
                kind = c == NEW ? Kind.NEW : c == GONE ? Kind.GONE : Kind.SAME;
                from = i + 1;
            }
        }
        return runs;
    }

    private static String marked(char mark, String text) {
        return text.isEmpty() ? "" : mark + text + END;
    }
}
