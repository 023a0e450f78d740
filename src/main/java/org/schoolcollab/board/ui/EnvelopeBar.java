package org.schoolcollab.board.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import org.schoolcollab.shared.Money;

/** What an envelope holds as a bar: agreed already, this amount, left; the same in words below it. Moves with the amount. */
class EnvelopeBar extends Div {

    private static final double PERCENT = 100.0;

    private final Money given;
    private final Money agreed;
    private final Div bar = new Div();
    private final Div legend = new Div();

    EnvelopeBar(String round, Money given, Money agreed) {
        this.given = given;
        this.agreed = agreed;
        addClassNames("card", "envelope-bar");
        bar.addClassName("bar");
        bar.getElement().setAttribute("role", "img");
        legend.addClassName("legend");
        legend.getElement().setAttribute("role", "status");
        add(new H2(getTranslation("board.envelope.title", round, given)), bar, legend);
    }

    /** Shows this amount between what is agreed and what is left. */
    void show(Money amount) {
        Money left = given.minus(agreed).minus(amount);
        String agreedWords = getTranslation("board.envelope.agreed", agreed);
        String amountWords = getTranslation("board.envelope.amount", amount);
        String leftWords = left.pence() < 0
                ? getTranslation("board.envelope.over", Money.ofPence(-left.pence()))
                : getTranslation("board.envelope.left", left);
        bar.removeAll();
        bar.add(part(agreed), part(Money.min(amount, given.minus(agreed))));
        bar.getElement().setAttribute("aria-label", agreedWords + ", " + amountWords + ", " + leftWords);
        legend.removeAll();
        legend.add(new Span(agreedWords), new Span(amountWords), new Span(leftWords));
        legend.setClassName("over", left.pence() < 0);
    }

    private Span part(Money part) {
        Span span = new Span();
        double share = given.isPositive() ? PERCENT * part.pence() / given.pence() : 0;
        span.setWidth(Math.clamp(share, 0, PERCENT) + "%");
        return span;
    }
}
