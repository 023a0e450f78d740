package org.schoolcollab.review.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.schoolcollab.review.PlanPoint;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;

/** The points of a review to read, with what the lead answered. */
class PointTable extends DataTable {

    PointTable(List<PlanPoint> points) {
        super(
                new Span().getTranslation("review.tab.points"),
                Column.text(new Span().getTranslation("review.tab.point")),
                Column.text(new Span().getTranslation("review.tab.pointAnswer")));
        points.forEach(point -> row(said(point), new Span(answer(point))));
    }

    private static Div said(PlanPoint point) {
        Div cell = new Div();
        Div words = new Div(new Span(point.words()));
        words.addClassName("own-words");
        if (!point.placeName().isEmpty()) {
            Div place = new Div(new Span(point.placeName()));
            place.addClassName("hint");
            cell.add(place);
        }
        cell.add(words);
        return cell;
    }

    private String answer(PlanPoint point) {
        PlanPoint.Answer answer = point.answer();
        if (!point.toAnswer()) {
            return getTranslation("review.points.remark");
        }
        return answer == null
                ? getTranslation("review.points.open")
                : getTranslation(
                        "review.tab.answered",
                        getTranslation(answer.done() ? "review.points.answered.yes" : "review.points.answered.no"),
                        answer.words());
    }
}
