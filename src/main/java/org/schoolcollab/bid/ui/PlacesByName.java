package org.schoolcollab.bid.ui;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.List;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPlans;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanField;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanPlace;
import org.schoolcollab.bid.PlanPlaceNames;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.bid.domain.FieldText;

/** Names the places of a plan by section, what its line is about, and field. */
@SpringComponent
class PlacesByName implements PlanPlaceNames {

    private static final int LINE_LENGTH = 60;

    private final BidPlans plans;
    private final FieldText texts;

    PlacesByName(BidPlans plans, PlanCatalogue catalogue) {
        this.plans = plans;
        this.texts = new FieldText(catalogue, I18NProvider::translate);
    }

    @Override
    public List<Named> of(BidId bid) {
        PlanFields plan = plans.fields(bid);
        List<Named> places = new ArrayList<>();
        places.add(new Named(PlanPlace.wholePlan(), I18NProvider.translate("bid.place.whole")));
        for (PlanSection section : PlanSection.values()) {
            String name = I18NProvider.translate("enum.PlanSection." + section.name());
            places.add(new Named(new PlanPlace(section, null, null), name));
            section.fields(PlanFields.ITSELF)
                    .forEach(field -> places.add(new Named(
                            PlanPlace.field(section, PlanFields.ITSELF, field.name()),
                            I18NProvider.translate("bid.place.field", name, I18NProvider.translate(field.label())))));
            plan.lines(section).forEach(line -> lines(section, name, line, places));
        }
        return places;
    }

    private void lines(PlanSection section, String name, Line line, List<Named> places) {
        String about = about(section, line);
        boolean itself = false;
        for (PlanField field : section.fields(line.id())) {
            PlanPlace place = PlanPlace.field(section, line.id(), field.name());
            if (!field.isTheLineItself()) {
                places.add(new Named(
                        place,
                        I18NProvider.translate(
                                "bid.place.lineField", name, about, I18NProvider.translate(field.label()))));
            } else if (!itself) {
                // Of a priority, whether chosen or in own words: one place.
                itself = true;
                places.add(new Named(place, I18NProvider.translate("bid.place.field", name, about)));
            }
        }
    }

    /** What a line is about: the first thing that is typed in it. */
    private String about(PlanSection section, Line line) {
        String words = section.fields(line.id()).stream()
                .filter(field -> !line.field(field.name()).isEmpty())
                .filter(field -> field.kind() == PlanField.Kind.TEXT || field.kind() == PlanField.Kind.CODE)
                .map(field -> texts.shown(field, line.field(field.name())))
                .findFirst()
                .orElseGet(() -> I18NProvider.translate("bid.place.unnamed"));
        return words.codePointCount(0, words.length()) <= LINE_LENGTH
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LINE_LENGTH)) + "…";
    }
}
