package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.PlaceLinks;
import org.schoolcollab.bid.PlanNotice;
import org.schoolcollab.bid.PlanPart;
import org.schoolcollab.bid.PlanPoints;
import org.schoolcollab.shell.Dates;

/** Shows what the lead must know while changing a plan; nothing where there is nothing. */
@SpringComponent
class PlanNotices {

    private final List<PlanNotice> sources;
    private final List<PlanPart> parts;
    private final List<PlanPoints> points;
    private final BidRegister bids;

    PlanNotices(List<PlanNotice> sources, List<PlanPart> parts, List<PlanPoints> points, BidRegister bids) {
        this.sources = sources;
        this.parts = parts;
        this.points = points;
        this.bids = bids;
    }

    /** @param links to the fields that are spoken of */
    Div of(BidId bid, PlaceLinks links) {
        Div box = new Div();
        box.setVisible(false);
        box.addClassNames("notice", "notice-warn");
        Map<PlanNotice.Returned, String> headings = new HashMap<>();
        sources.forEach(source -> source.of(bid).forEach(returned -> headings.put(returned, source.heading())));
        Optional<PlanNotice.Returned> latest =
                headings.keySet().stream().max(Comparator.comparing(PlanNotice.Returned::at));
        BidSummary summary = bids.get(bid);
        List<Component> more = parts.stream()
                .flatMap(part -> part.above(summary, links).stream())
                .toList();
        latest.ifPresent(returned -> {
            String heading = headings.getOrDefault(returned, "");
            // Where a part lists the adviser's reasons point by point, they are not said twice.
            boolean listed = !more.isEmpty() && heading.equals(PlanNotice.BY_ADVISER);
            Paragraph reasons = new Paragraph(listed ? "" : returned.reasons());
            reasons.addClassName("own-words");
            reasons.setVisible(!listed);
            box.add(
                    new H2(box.getTranslation(heading)),
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

    /** What was said at places of the plan. */
    PointsAtFields points(BidId bid) {
        return new PointsAtFields(
                points.stream().flatMap(source -> source.of(bid).stream()).toList());
    }
}
