package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.stream.Collectors;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.Stage;
import org.schoolcollab.bid.WhereItStands;
import org.schoolcollab.bid.WhereItStands.OpenStep;
import org.schoolcollab.shell.Dates;
import org.springframework.beans.factory.ObjectProvider;

/** Says who can act on a bid now and by when. */
@SpringComponent
class NextSteps {

    private final ObjectProvider<WhereItStands> where;

    NextSteps(ObjectProvider<WhereItStands> where) {
        this.where = where;
    }

    /** One sentence for each open step; empty where none is. */
    String sentence(BidId bid) {
        return steps(bid).stream().map(NextSteps::sentence).collect(Collectors.joining(" "));
    }

    /** The same as a panel for the case page. */
    Div panel(BidId bid) {
        Div panel = new Div(new H2(text("bid.case.next")));
        panel.addClassName("card");
        List<OpenStep> steps = steps(bid);
        steps.forEach(step -> {
            panel.add(new Paragraph(sentence(step)));
            if (!step.why().isEmpty()) {
                Paragraph why = new Paragraph(step.why());
                why.addClassName("hint");
                panel.add(why);
            }
        });
        panel.setVisible(!steps.isEmpty());
        return panel;
    }

    /** The stage that a bid in delivery is in. */
    Stage stageInDelivery(BidSummary bid) {
        return bid.status() == BidStatus.IN_DELIVERY
                ? where.stream()
                        .map(source -> source.stageInDelivery(bid.id()))
                        .findFirst()
                        .orElse(Stage.MARCH)
                : Stage.MARCH;
    }

    private List<OpenStep> steps(BidId bid) {
        return where.stream().flatMap(source -> source.of(bid).stream()).toList();
    }

    private static String sentence(OpenStep step) {
        return step.due() == null
                ? text("bid.case.next.open", text(step.titleKey()), step.who())
                : text("bid.case.next.due", text(step.titleKey()), step.who(), Dates.day(step.due()));
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
