package org.schoolcollab.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Minutes, a letter or a plan: a title and blocks in order. The page and the PDF are made from the same paper, and a signed paper is kept as
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
        /** A table with a caption, a row of headings and rows whose first cell names them. */
        TABLE,
        BULLETS
    }

    /**
     * One block.
     *
     * @param text of a heading or paragraph, caption of a table; empty where there is none
     * @param head headings of a table's columns
     * @param rows of facts, a table or bullets
     * @param foot of a table: its row of sums; empty where there is none
     * @param numbers which columns of a table are numbers, from 0; of papers kept before there were others: all but the first
     */
    public record Block(
            Kind kind,
            String text,
            List<String> head,
            List<List<String>> rows,
            List<String> foot,
            List<Integer> numbers) {

        public Block {
            foot = Objects.requireNonNullElse(foot, List.of());
            numbers = Objects.requireNonNullElse(
                    numbers,
                    kind == Kind.TABLE ? IntStream.range(1, head.size()).boxed().toList() : List.of());
        }

        Block(Kind kind, String text, List<List<String>> rows) {
            this(kind, text, List.of(), rows, List.of(), List.of());
        }

        /** Whether a column of a table holds numbers. */
        public boolean isNumber(int column) {
            return numbers.contains(column);
        }
    }

    /** Puts a paper together. */
    public static final class Writer {

        private final String title;
        private final List<Block> blocks = new ArrayList<>();

        public Writer(String title) {
            this.title = title;
        }

        public Writer heading(String text) {
            blocks.add(new Block(Kind.HEADING, text, List.of()));
            return this;
        }

        /** A paragraph; an empty one is left out. */
        public Writer paragraph(String text) {
            if (!text.isEmpty()) {
                blocks.add(new Block(Kind.PARAGRAPH, text, List.of()));
            }
            return this;
        }

        public Writer facts(List<List<String>> rows) {
            blocks.add(new Block(Kind.FACTS, "", List.copyOf(rows)));
            return this;
        }

        /** A table whose columns are numbers, the first apart. */
        public Writer table(String caption, List<String> head, List<List<String>> rows) {
            return table(caption, head, IntStream.range(1, head.size()).boxed().toList(), rows, List.of());
        }

        /**
         * A table.
         *
         * @param numbers which columns are numbers, from 0
         * @param foot row of sums; empty for none
         */
        public Writer table(
                String caption, List<String> head, List<Integer> numbers, List<List<String>> rows, List<String> foot) {
            blocks.add(new Block(
                    Kind.TABLE,
                    caption,
                    List.copyOf(head),
                    List.copyOf(rows),
                    List.copyOf(foot),
                    List.copyOf(numbers)));
            return this;
        }

        /** A list; an empty one is left out. */
        public Writer bullets(List<String> lines) {
            if (!lines.isEmpty()) {
                blocks.add(
                        new Block(Kind.BULLETS, "", lines.stream().map(List::of).toList()));
            }
            return this;
        }

        public Paper paper() {
            return new Paper(title, List.copyOf(blocks));
        }
    }
}
