package org.schoolcollab.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.schoolcollab.shell.WordDifference;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Prints papers as tagged PDF (PDF/UA) with embedded fonts: headings, tables with captions and lists stay what they are for whoever
 * reads with ears or fingers. A character that the font does not have is printed by its Unicode name in brackets.
 */
@Component
public class PaperPrinter {

    private static final String REGULAR = "/fonts/DejaVuSans.ttf";
    private static final String BOLD = "/fonts/DejaVuSans-Bold.ttf";
    private static final String FAMILY = "Paper";
    private static final int NORMAL_WEIGHT = 400;
    private static final int BOLD_WEIGHT = 700;
    private static final String STYLE = """
            @page { size: A4; margin: 22mm 20mm; }
            body { font-family: Paper; font-size: 10pt; line-height: 1.45; color: #1b2430; }
            h1 { font-size: 17pt; margin: 0 0 4mm 0; }
            h2 { font-size: 12.5pt; margin: 7mm 0 2mm 0; }
            p { margin: 0 0 2.5mm 0; white-space: pre-line; }
            table { border-collapse: collapse; margin: 0 0 3mm 0; width: 100%; }
            caption { text-align: left; font-weight: bold; padding: 1mm 0; }
            th, td { text-align: left; vertical-align: top; padding: 1mm 3mm 1mm 0; border-bottom: 0.3pt solid #9aa5b1; }
            th { width: 55mm; }
            td { white-space: pre-line; }
            .num { text-align: right; width: auto; }
            .columns th { width: auto; }
            tfoot th, tfoot td { font-weight: bold; }
            h2, caption { page-break-after: avoid; }
            tr { page-break-inside: avoid; }
            ins { text-decoration: underline; }
            del { text-decoration: line-through; color: #4a5666; }
            """;

    /** More columns than this do not fit beside each other: each row is a table of its own, with names and values. */
    private static final int BESIDE_EACH_OTHER = 6;

    private final CmapLookup glyphs = glyphs();

    /** The paper as PDF. */
    public byte[] print(Paper paper) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFastMode()
                    .usePdfUaAccessibility(true)
                    .useFont(() -> font(REGULAR), FAMILY, NORMAL_WEIGHT, FontStyle.NORMAL, true)
                    .useFont(() -> font(BOLD), FAMILY, BOLD_WEIGHT, FontStyle.NORMAL, true)
                    .withW3cDocument(document(paper), null)
                    .toStream(pdf)
                    .run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return pdf.toByteArray();
    }

    private Document document(Paper paper) {
        Document document;
        try {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
        Element html = document.createElement("html");
        html.setAttribute("lang", Locale.UK.toLanguageTag());
        document.appendChild(html);
        Element head = add(html, "head", null);
        add(head, "title", paper.title());
        Element description = add(head, "meta", null);
        description.setAttribute("name", "description");
        description.setAttribute("content", shown(paper.title()));
        add(head, "style", STYLE);
        Element body = add(html, "body", null);
        add(body, "h1", paper.title());
        String heading = "";
        for (Paper.Block block : paper.blocks()) {
            add(body, block, heading);
            heading = block.kind() == Paper.Kind.HEADING ? block.text() : "";
        }
        return document;
    }

    /** @param heading right above the block; empty where there is none */
    private void add(Element body, Paper.Block block, String heading) {
        switch (block.kind()) {
            case HEADING -> add(body, "h2", block.text());
            case PARAGRAPH -> add(body, "p", block.text());
            case BULLETS -> {
                Element list = add(body, "ul", null);
                block.rows().forEach(row -> add(list, "li", row.getFirst()));
            }
            case FACTS -> {
                Element table = add(body, "table", null);
                block.rows().forEach(row -> addRow(table, row, block));
            }
            case TABLE -> {
                if (block.head().size() > BESIDE_EACH_OTHER) {
                    block.rows().forEach(row -> addFacts(body, block.head(), row));
                } else {
                    addTable(body, block, heading);
                }
            }
        }
    }

    /** A row by itself: its first cell names it, and what nobody has filled in is left out. */
    private void addFacts(Element body, List<String> head, List<String> row) {
        Element table = add(body, "table", null);
        add(table, "caption", row.getFirst());
        Element rows = add(table, "tbody", null);
        for (int i = 1; i < row.size(); i++) {
            if (!row.get(i).isEmpty()) {
                Element line = add(rows, "tr", null);
                add(line, "th", head.get(i)).setAttribute("scope", "row");
                add(line, "td", row.get(i));
            }
        }
    }

    private void addTable(Element body, Paper.Block block, String heading) {
        Element table = add(body, "table", null);
        table.setAttribute("class", "columns");
        if (!block.text().equals(heading)) {
            add(table, "caption", block.text());
        }
        Element head = add(add(table, "thead", null), "tr", null);
        for (int i = 0; i < block.head().size(); i++) {
            Element cell = add(head, "th", block.head().get(i));
            cell.setAttribute("scope", "col");
            if (block.isNumber(i)) {
                cell.setAttribute("class", "num");
            }
        }
        Element rows = add(table, "tbody", null);
        block.rows().forEach(row -> addRow(rows, row, block));
        if (!block.foot().isEmpty()) {
            addRow(add(table, "tfoot", null), block.foot(), block);
        }
    }

    private void addRow(Element table, List<String> cells, Paper.Block block) {
        Element row = add(table, "tr", null);
        for (int i = 0; i < cells.size(); i++) {
            Element cell = add(row, i == 0 ? "th" : "td", cells.get(i));
            if (i == 0) {
                cell.setAttribute("scope", "row");
            } else if (block.isNumber(i)) {
                cell.setAttribute("class", "num");
            }
        }
    }

    private Element add(Element parent, String name, @org.jspecify.annotations.Nullable String text) {
        Element child = parent.getOwnerDocument().createElement(name);
        if (text != null && Marks.isMarked(text)) {
            Marks.runs(text).forEach(run -> addRun(child, run));
        } else if (text != null) {
            child.setTextContent("style".equals(name) ? text : shown(text));
        }
        parent.appendChild(child);
        return child;
    }

    private void addRun(Element parent, WordDifference.Run run) {
        switch (run.kind()) {
            case SAME -> parent.appendChild(parent.getOwnerDocument().createTextNode(shown(run.text())));
            case NEW -> add(parent, "ins", run.text());
            case GONE -> add(parent, "del", run.text());
        }
    }

    /** The text with what the font lacks by name: "[BOOKS]". */
    String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t' || glyphs.getGlyphId(c) != 0) {
                shown.appendCodePoint(c);
            } else if (!isInvisible(c)) {
                shown.append('[').append(Character.getName(c)).append(']');
            }
        });
        return shown.toString();
    }

    /** Joiners and variation selectors of emoji say nothing by themselves. */
    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.NON_SPACING_MARK;
    }

    private static CmapLookup glyphs() {
        try (InputStream font = font(REGULAR)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(font)).getUnicodeCmapLookup();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static InputStream font(String path) {
        return java.util.Objects.requireNonNull(PaperPrinter.class.getResourceAsStream(path), path);
    }
}
