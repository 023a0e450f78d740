package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.PlaceLinks;
import org.schoolcollab.bid.PlanPlace;
import org.schoolcollab.bid.PlanSection;

/** Leads to the fields of the plan: on its own page at once, else to the page that has the field. */
final class LinksToFields implements PlaceLinks {

    private final BidId bid;
    private final PlanWriting writing;
    private final PlanForm form;

    LinksToFields(BidId bid, PlanWriting writing, PlanForm form) {
        this.bid = bid;
        this.writing = writing;
        this.form = form;
    }

    @Override
    public Component to(PlanPlace place, String name) {
        PlanSection section = place.section();
        if (section == null || !place.isIn(writing.known())) {
            return new Span(name);
        }
        Optional<PlanInput> input = writing.inputs().at(place);
        if (input.isPresent()) {
            return button(name, input.get()::go);
        }
        if (section == PlanSection.SKILLS) {
            return new Anchor(PlanPartPage.address(bid, "skills", place), name);
        }
        String line = place.line();
        String field = place.field();
        boolean isOnParts = line != null
                && field != null
                && section.field(line, field)
                        .filter(declared -> !declared.isTheLineItself())
                        .isPresent();
        return isOnParts
                ? new Anchor(PlanPartPage.address(bid, "parts", place), name)
                : button(name, () -> form.go(section));
    }

    private static NativeButton button(String name, Runnable go) {
        NativeButton button = new NativeButton(name, e -> go.run());
        button.addClassName("link");
        return button;
    }
}
