package org.schoolcollab.board.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.schoolcollab.board.EnvelopePicture;
import org.schoolcollab.shared.Money;

/**
 * An envelope while a list is decided: given, agreed so far, this item, the rest of the list, left; as a bar and in words. Moves as
 * amounts change.
 */
class MeetingEnvelope extends Div {

    private static final double PERCENT = 100.0;

    private final transient EnvelopePicture picture;
    private final Div bar = new Div();
    private final Div legend = new Div();

    MeetingEnvelope(EnvelopePicture picture) {
        this.picture = picture;
        addClassNames("card", "envelope-bar");
        bar.addClassName("bar");
        bar.getElement().setAttribute("role", "img");
        legend.addClassName("legend");
        legend.getElement().setAttribute("role", "status");
        add(
                new H2(getTranslation(
                        "board.envelope.titleArea", picture.areaName(), picture.roundName(), picture.given())),
                bar,
                legend);
        show(picture.list());
    }

    /** The whole list at once. */
    void show(Money list) {
        show(List.of(
                part("agreed", "board.envelope.agreed", picture.agreed()), part("rest", "board.envelope.list", list)));
    }

    /** One item and the rest of the list beside it. */
    void show(Money item, Money rest) {
        show(List.of(
                part("agreed", "board.envelope.agreed", picture.agreed()),
                part("item", "board.envelope.amount", item),
                part("rest", "board.envelope.rest", rest)));
    }

    private record Part(String name, String words, Money amount) {}

    private Part part(String name, String key, Money amount) {
        return new Part(name, getTranslation(key, amount), amount);
    }

    private void show(List<Part> parts) {
        bar.removeAll();
        legend.removeAll();
        List<String> words = new ArrayList<>();
        Money left = picture.given();
        for (Part part : parts) {
            Span drawn = new Span();
            drawn.addClassName("part-" + part.name());
            Money room = left.pence() < 0 ? Money.ZERO : Money.min(part.amount(), left);
            drawn.setWidth(share(room) + "%");
            bar.add(drawn);
            left = left.minus(part.amount());
            legend.add(named(part.name(), part.words()));
            words.add(part.words());
        }
        boolean over = left.pence() < 0;
        String last = over
                ? getTranslation("board.envelope.over", Money.ofPence(-left.pence()))
                : getTranslation("board.envelope.left", left);
        Span end = named("left", last);
        end.setClassName("over", over);
        legend.add(end);
        words.add(last);
        bar.getElement().setAttribute("aria-label", String.join(", ", words));
    }

    private static Span named(String part, String words) {
        Span span = new Span(words);
        span.addClassName("part-" + part);
        return span;
    }

    private double share(Money amount) {
        return picture.given().isPositive()
                ? Math.clamp(PERCENT * amount.pence() / picture.given().pence(), 0, PERCENT)
                : 0;
    }
}
