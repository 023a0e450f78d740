package org.schoolcollab.paper;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.WordDifference;

/** A paper as a part of a page; the page's own heading is the paper's title. */
public class PaperOnScreen extends Article {

    /** Columns that stand better close together than over the whole width. */
    private static final int NARROW = 3;

    /** A name and a value fit beside each other everywhere. */
    private static final int PAIR = 2;

    public PaperOnScreen(Paper paper) {
        addClassNames("stack", "paper");
        String heading = "";
        for (Paper.Block block : paper.blocks()) {
            add(component(block, heading));
            heading = block.kind() == Paper.Kind.HEADING ? block.text() : heading;
        }
    }

    /** The paper as a card of its own. */
    public static PaperOnScreen card(Paper paper) {
        PaperOnScreen card = new PaperOnScreen(paper);
        card.addClassName("card");
        return card;
    }

    /** @param heading that the block stands under */
    private static Component component(Paper.Block block, String heading) {
        return switch (block.kind()) {
            case HEADING -> new H2(block.text());
            case PARAGRAPH -> {
                Paragraph paragraph = new Paragraph();
                fill(paragraph, block.text());
                paragraph.addClassName("prose");
                yield paragraph;
            }
            case FACTS -> {
                Facts facts = new Facts();
                block.rows().forEach(row -> {
                    Span value = text(row.getLast());
                    value.addClassName("prose");
                    facts.fact(row.getFirst(), value);
                });
                yield facts;
            }
            case TABLE -> {
                DataTable table = new DataTable(
                        block.text(),
                        java.util.stream.IntStream.range(0, block.head().size())
                                .mapToObj(i -> new Column(block.head().get(i), block.isNumber(i)))
                                .toArray(Column[]::new));
                if (!block.text().equals(heading)) {
                    table.caption(block.text());
                }
                table.narrow(block.head().size() <= NARROW);
                if (block.head().size() > PAIR) {
                    table.stacked();
                }
                block.rows()
                        .forEach(row ->
                                table.row(row.stream().map(PaperOnScreen::text).toArray(Component[]::new)));
                if (!block.foot().isEmpty()) {
                    table.sums(block.foot().stream().map(PaperOnScreen::text).toArray(Component[]::new));
                }
                yield table;
            }
            case BULLETS -> {
                UnorderedList list = new UnorderedList();
                block.rows().forEach(row -> list.add(fill(new ListItem(), row.getFirst())));
                yield list;
            }
        };
    }

    private static Span text(String text) {
        return fill(new Span(), text);
    }

    /** Puts a text in, with what is new in it and what is gone as such. */
    private static <T extends HtmlContainer> T fill(T place, String text) {
        if (!Marks.isMarked(text)) {
            place.setText(text);
            return place;
        }
        for (WordDifference.Run run : Marks.runs(text)) {
            Element piece = switch (run.kind()) {
                case SAME -> Element.createText(run.text());
                case NEW -> new Element("ins").setText(run.text());
                case GONE -> new Element("del").setText(run.text());
            };
            place.getElement().appendChild(piece);
        }
        return place;
    }

    /** A link to the PDF, made when it is asked for. */
    public static Anchor download(String words, String fileName, Supplier<byte[]> pdf) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] bytes = pdf.get();
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes), fileName, "application/pdf", bytes.length);
                }),
                words);
        link.setDownload(true);
        return link;
    }
}
