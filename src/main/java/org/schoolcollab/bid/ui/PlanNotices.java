package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.PlanNotice;
import org.schoolcollab.shell.Dates;

/** Shows what the lead must know while changing a plan; nothing where there is nothing. */
@SpringComponent
class PlanNotices {

    private final List<PlanNotice> sources;

    PlanNotices(List<PlanNotice> sources) {
        this.sources = sources;
    }

    Div of(BidId bid) {
        Div box = new Div();
        box.setVisible(false);
        box.addClassNames("notice", "notice-warn");
        Optional<PlanNotice.Returned> latest = sources.stream()
                .flatMap(source -> source.of(bid).stream())
                .max(Comparator.comparing(PlanNotice.Returned::at));
        latest.ifPresent(returned -> {
            Paragraph reasons = new Paragraph(returned.reasons());
            reasons.addClassName("own-words");
            box.add(
                    new H2(box.getTranslation("bid.plan.returned.title")),
                    new Paragraph(
                            box.getTranslation("bid.plan.returned.by", returned.by(), Dates.moment(returned.at()))),
                    reasons);
            box.setVisible(true);
        });
        return box;
    }
}
