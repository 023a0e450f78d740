package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import org.schoolcollab.bid.PlanFields;

/** The fields of a page on which a plan, or a part of it, is written. */
abstract class PlanPageForm extends Div {

    PlanPageForm() {
        addClassNames("plan-form", "stack");
    }

    /** Puts something under a heading into a card. */
    void card(String heading, Div content) {
        Section card = new Section(new H2(heading), content);
        card.addClassNames("card", "stack");
        add(card);
    }

    /** Shows what the draft holds now, beside what this person is typing. */
    abstract void merge(PlanFields stored);

    /** Tells the names under which gaps of this draft name the fields. */
    abstract void name(PlanFields saved, FieldNames names);
}
