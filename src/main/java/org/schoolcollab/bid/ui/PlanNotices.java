package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanNotice;
import org.schoolcollab.bid.PlanPart;
import org.schoolcollab.bid.PlanPlace;
import org.schoolcollab.bid.PlanPoints;
import org.schoolcollab.bid.PlanSection;
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

    Div of(BidId bid) {
        Div box = new Div();
        box.setVisible(false);
        box.addClassNames("notice", "notice-warn");
        Map<PlanNotice.Returned, String> headings = new HashMap<>();
        sources.forEach(source -> source.of(bid).forEach(returned -> headings.put(returned, source.heading())));
        Optional<PlanNotice.Returned> latest =
                headings.keySet().stream().max(Comparator.comparing(PlanNotice.Returned::at));
        BidSummary summary = bids.get(bid);
        List<Component> more =
                parts.stream().flatMap(part -> part.above(summary).stream()).toList();
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

    /**
     * Shows what was said at a field of the plan below that field.
     *
     * @param plan as the form shows it
     * @param form names each of its fields, as refusals know them
     */
    void atFields(BidId bid, PlanFields plan, Consumer<FieldNames> form) {
        Map<String, List<String>> said = new HashMap<>();
        for (PlanPoints source : points) {
            for (PlanPoints.Point point : source.of(bid)) {
                nameOf(point.place(), plan)
                        .ifPresent(name -> said.computeIfAbsent(name, key -> new ArrayList<>())
                                .add(point.words()));
            }
        }
        if (!said.isEmpty()) {
            form.accept((name, field) -> {
                List<String> words = said.get(name);
                if (words != null && field instanceof HasHelper helped) {
                    helped.setHelperText(I18NProvider.translate("bid.plan.pointAt", String.join(" · ", words)));
                }
            });
        }
    }

    private static Optional<String> nameOf(PlanPlace place, PlanFields plan) {
        PlanSection section = place.section();
        String line = place.line();
        String field = place.field();
        if (section == null || line == null || field == null || !place.isIn(plan)) {
            return Optional.empty();
        }
        List<String> lines =
                plan.lines(section).stream().map(PlanFields.Line::id).toList();
        return section.field(line, field)
                .map(declared -> section.problemName(line, Math.max(0, lines.indexOf(line)), declared));
    }
}
