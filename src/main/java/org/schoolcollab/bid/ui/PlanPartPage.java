package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.FieldPlace;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanDrafting;
import org.schoolcollab.bid.PlanDrafting.Drafting;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanParts;
import org.schoolcollab.bid.PlanParts.Parts;
import org.schoolcollab.bid.PlanPlace;
import org.schoolcollab.bid.PlanPresence;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.bid.domain.FieldText;
import org.schoolcollab.shared.ValidationFailed.Problem;

/** A page of its own for a part of a plan. */
abstract class PlanPartPage extends PlanWritingPage {

    /** Names the field that the address leads to. */
    private static final String AT = "at";

    private final transient PlanParts parts;
    private final transient PlanCatalogue catalogue;
    private final Div content = new Div();

    PlanPartPage(
            PlanDrafting drafting,
            PlanPresence presence,
            PlanParts parts,
            PlanCatalogue catalogue,
            PlanNotices notices) {
        super(drafting, presence, notices);
        this.parts = parts;
        this.catalogue = catalogue;
        content.addClassName("stack");
        add(content);
    }

    /** The fields of this page. */
    abstract PlanPageForm form(Parts known, PlanWriting writing);

    /** What the rules still ask of this part of the plan as it is saved. */
    abstract List<Problem> gaps(PlanParts of, BidId bid);

    /** Stands beside the sentence that says whether all is saved. */
    abstract Optional<Component> button();

    abstract String heading();

    abstract String intro();

    @Override
    void open(Drafting now, BeforeEnterEvent event) {
        BidId id = now.bid().id();
        Parts known = parts.open(id);
        title(heading());
        subtitle(getTranslation(
                "bid.schools.subtitle", now.bid().collaborationName(), now.bid().roundName()));
        Open open = write(now, texts(known), writing -> form(known, writing));
        Div buttons = new Div();
        button().ifPresent(buttons::add);
        buttons.add(open.saving());
        buttons.addClassNames("row", "form-buttons");
        content.removeAll();
        content.add(
                new Anchor(address(id) + "/plan", getTranslation("bid.schools.toPlan")),
                new Paragraph(intro()),
                open.company(),
                open.form(),
                buttons);
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(AT)
                .flatMap(FieldPlace::of)
                .map(at -> PlanPlace.field(at.section(), at.line(), at.field()))
                .flatMap(open.writing().inputs()::at)
                .ifPresent(PlanInput::go);
    }

    /** The address of such a page, where it leads to one field. */
    static String address(BidId bid, String page, PlanPlace place) {
        String address = address(bid) + "/" + page;
        PlanSection section = place.section();
        String line = place.line();
        String field = place.field();
        return section == null || line == null || field == null
                ? address
                : address + "?" + AT + "=" + new FieldPlace(section, line, field);
    }

    /** Names priorities, activities and schools as they are called now. */
    private FieldText texts(Parts known) {
        return new FieldText(catalogue, I18NProvider::translate, id -> {
            PlanFields plan = shown().writing().known();
            return Optional.ofNullable(known.priorities(plan).get(id))
                    .or(() -> Optional.ofNullable(known.activities(plan).get(id)))
                    .or(() -> Optional.ofNullable(known.schoolNames().get(id)))
                    .or(() -> Optional.ofNullable(known.formerSchools().get(id)));
        });
    }

    @Override
    List<Problem> gaps(BidId bid) {
        return gaps(parts, bid);
    }

    @Override
    void follow(Open open, List<Problem> gaps) {
        errors().askAtFields(gaps.stream()
                .filter(gap -> isAboutWhatStands(gap, named(gap.field())))
                .toList());
    }

    /** What is typed and cannot be is asked about at once; what is missing may still come. */
    private static boolean isAboutWhatStands(Problem gap, @Nullable Component field) {
        return field != null
                && field.getParent().orElse(null) instanceof PlanInput input
                && (!input.typedText().isEmpty()
                        || !gap.field().endsWith("." + input.place().field()));
    }
}
