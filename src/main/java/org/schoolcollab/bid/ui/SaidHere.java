package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.schoolcollab.bid.PlanPoints.Point;

/** What the adviser said about a place of the plan, where the lead changes it. */
class SaidHere extends Div {

    private SaidHere() {
        addClassName("said-here");
    }

    /** Below one field. */
    static SaidHere atField(List<Point> points) {
        SaidHere here = new SaidHere();
        points.forEach(point -> here.say(here.getTranslation("bid.plan.pointAt", point.words())));
        return here;
    }

    /** Above the fields of a section; each with the name of what it is about. Not visible where nothing was said. */
    static SaidHere atSection(List<Point> points) {
        SaidHere here = new SaidHere();
        points.forEach(point -> here.say(here.getTranslation("bid.plan.pointAbout", point.placeName(), point.words())));
        here.setVisible(!points.isEmpty());
        return here;
    }

    private void say(String words) {
        Paragraph paragraph = new Paragraph(words);
        paragraph.addClassName("own-words");
        add(paragraph);
    }
}
