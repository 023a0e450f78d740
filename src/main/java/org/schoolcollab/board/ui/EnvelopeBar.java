package org.schoolcollab.board.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.schoolcollab.board.EnvelopePicture;
import org.schoolcollab.shared.Money;

/**
 * What an envelope holds, as a bar and in words below it: agreed, the amount in question, the rest of the list, left. Each part has
 * its own colour and its own pattern. Moves with the amounts.
 */
class EnvelopeBar extends Div {

    private static final double PERCENT = 100.0;

    private enum Part {
        AGREED,
        ITEM,
        REST,
        LEFT
    }

    private record Share(Part part, String key, Money amount) {}

    private final transient Money given;
    private final transient Money agreed;
    private final Div bar = new Div();
    private final Div legend = new Div();

    /** With a whole list in it. */
    EnvelopeBar(EnvelopePicture picture) {
        this(picture.given(), picture.agreed());
        addComponentAsFirst(new H2(
                getTranslation("board.envelope.titleArea", picture.areaName(), picture.roundName(), picture.given())));
        showList(picture.list());
    }

    /** For one amount. */
    EnvelopeBar(String round, Money given, Money agreed) {
        this(given, agreed);
        addComponentAsFirst(new H2(getTranslation("board.envelope.title", round, given)));
    }

    private EnvelopeBar(Money given, Money agreed) {
        this.given = given;
        this.agreed = agreed;
        addClassNames("card", "envelope-bar");
        bar.addClassName("bar");
        bar.getElement().setAttribute("role", "img");
        legend.addClassName("legend");
        legend.getElement().setAttribute("role", "status");
        add(bar, legend);
    }

    /** The whole list at once. */
    void showList(Money list) {
        show(List.of(new Share(Part.REST, "board.envelope.list", list)));
    }

    /** One amount between what is agreed and what is left. */
    void show(Money amount) {
        show(List.of(new Share(Part.ITEM, "board.envelope.amount", amount)));
    }

    /** One amount and the rest of the list beside it. */
    void show(Money amount, Money rest) {
        show(List.of(
                new Share(Part.ITEM, "board.envelope.amount", amount),
                new Share(Part.REST, "board.envelope.rest", rest)));
    }

    private void show(List<Share> asked) {
        List<Share> shares = new ArrayList<>(List.of(new Share(Part.AGREED, "board.envelope.agreed", agreed)));
        shares.addAll(asked);
        bar.removeAll();
        legend.removeAll();
        List<String> words = new ArrayList<>();
        Money left = given;
        for (Share share : shares) {
            bar.add(drawn(share.part(), left.pence() < 0 ? Money.ZERO : Money.min(share.amount(), left)));
            left = left.minus(share.amount());
            words.add(named(share.part(), share.key(), share.amount()));
        }
        boolean over = left.pence() < 0;
        words.add(
                over
                        ? named(Part.LEFT, "board.envelope.over", Money.ofPence(-left.pence()))
                        : named(Part.LEFT, "board.envelope.left", left));
        legend.setClassName("over", over);
        bar.getElement().setAttribute("aria-label", String.join(", ", words));
    }

    private Span drawn(Part part, Money amount) {
        Span drawn = new Span();
        drawn.addClassName(styleOf(part));
        double share = given.isPositive() ? PERCENT * amount.pence() / given.pence() : 0;
        drawn.setWidth(Math.clamp(share, 0, PERCENT) + "%");
        return drawn;
    }

    private String named(Part part, String key, Money amount) {
        String words = getTranslation(key, amount);
        Span name = new Span(words);
        name.addClassName(styleOf(part));
        legend.add(name);
        return words;
    }

    private static String styleOf(Part part) {
        return "part-" + part.name().toLowerCase(Locale.ROOT);
    }
}
