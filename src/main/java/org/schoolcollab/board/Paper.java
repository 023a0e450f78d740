package org.schoolcollab.board;

import java.util.ArrayList;
import java.util.List;

/**
 * Minutes or a letter: a title and blocks in order. The page and the PDF are made from the same paper, and a signed paper is kept as
 * it is here.
 *
 * @param title of the document, also its heading of level 1
 */
public record Paper(String title, List<Block> blocks) {

    /** What a block is. */
    public enum Kind {
        HEADING,
        PARAGRAPH,
        /** Rows of a name and a value. */
        FACTS,
        /** A table with a caption, a row of headings and rows whose first cell names them; the other cells are numbers. */
        TABLE,
        BULLETS
    }

    /**
     * One block.
     *
     * @param text of a heading or paragraph, caption of a table; empty where there is none
     * @param head headings of a table's columns
     * @param rows of facts, a table or bullets
     */
    public record Block(Kind kind, String text, List<String> head, List<List<String>> rows) {}

    /** Puts a paper together. */
    public static final class Writer {

        private final String title;
        private final List<Block> blocks = new ArrayList<>();

        public Writer(String title) {
            this.title = title;
        }

        public Writer heading(String text) {
            blocks.add(new Block(Kind.HEADING, text, List.of(), List.of()));
            return this;
        }

        /** A paragraph; an empty one is left out. */
        public Writer paragraph(String text) {
            if (!text.isEmpty()) {
                blocks.add(new Block(Kind.PARAGRAPH, text, List.of(), List.of()));
            }
            return this;
        }

        public Writer facts(List<List<String>> rows) {
            blocks.add(new Block(Kind.FACTS, "", List.of(), List.copyOf(rows)));
            return this;
        }

        public Writer table(String caption, List<String> head, List<List<String>> rows) {
            blocks.add(new Block(Kind.TABLE, caption, List.copyOf(head), List.copyOf(rows)));
            return this;
        }

        /** A list; an empty one is left out. */
        public Writer bullets(List<String> lines) {
            if (!lines.isEmpty()) {
                blocks.add(new Block(
                        Kind.BULLETS,
                        "",
                        List.of(),
                        lines.stream().map(List::of).toList()));
            }
            return this;
        }

        public Paper paper() {
            return new Paper(title, List.copyOf(blocks));
        }
    }
}
