package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.PlanNotice;
import org.schoolcollab.bid.PlanPart;
import org.schoolcollab.shell.Dates;

/** Shows what the lead must know while changing a plan; nothing where there is nothing. */
@SpringComponent
class PlanNotices {

    private final List<PlanNotice> sources;
    private final List<PlanPart> parts;
    private final BidRegister bids;

    PlanNotices(List<PlanNotice> sources, List<PlanPart> parts, BidRegister bids) {
        this.sources = sources;
        this.parts = parts;
        this.bids = bids;
    }

    Div of(BidId bid) {
        Div box = new Div();
        box.setVisible(false);
        box.addClassNames("notice", "notice-warn");
        Optional<PlanNotice.Returned> latest = sources.stream()
                .flatMap(source -> source.of(bid).stream())
                .max(Comparator.comparing(PlanNotice.Returned::at));
        BidSummary summary = bids.get(bid);
        List<Component> more =
                parts.stream().flatMap(part -> part.above(summary).stream()).toList();
        latest.ifPresent(returned -> {
            // Where a part lists the reasons point by point, they are not said twice.
            Paragraph reasons = new Paragraph(more.isEmpty() ? returned.reasons() : "");
            reasons.addClassName("own-words");
            reasons.setVisible(more.isEmpty());
            box.add(
                    new H2(box.getTranslation("bid.plan.returned.title")),
                    new Paragraph(
                            box.getTranslation("bid.plan.returned.by", returned.by(), Dates.moment(returned.at()))),
                    reasons);
            box.setVisible(true);
        });
        Div all = new Div(box);
        all.addClassName("stack");
        all.setVisible(box.isVisible() || !more.isEmpty());
        all.add(more);
        return all;
    }
}
