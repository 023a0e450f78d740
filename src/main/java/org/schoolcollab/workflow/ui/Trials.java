package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.StatusBadge;
import org.schoolcollab.workflow.move.Trial;

/** Bid by bid, what a dry run says or what became of it in a move; first how many of each. */
class Trials extends Div {

    Trials(List<Trial> trials) {
        addClassName("stack");
        Paragraph sum = new Paragraph(Arrays.stream(Trial.Result.values())
                .filter(result -> trials.stream().anyMatch(trial -> trial.result() == result))
                .map(result -> getTranslation(
                        "workflow.move.count",
                        getTranslation("enum.Trial." + result.name()),
                        trials.stream()
                                .filter(trial -> trial.result() == result)
                                .count()))
                .collect(Collectors.joining(" · ")));
        sum.addClassName("notice");
        sum.getElement().setAttribute("role", "status");
        DataTable table = new DataTable(
                getTranslation("workflow.move.table"),
                Column.text(getTranslation("workflow.move.bid")),
                Column.text(getTranslation("workflow.move.result")),
                Column.text(getTranslation("workflow.move.stands")),
                Column.text(getTranslation("workflow.move.reason")));
        trials.forEach(trial -> table.row(
                new Anchor(BidPage.address(trial.bid()), trial.collaborationName()),
                new StatusBadge(getTranslation("enum.Trial." + trial.result().name()), tone(trial.result())),
                new Span(String.join(", ", trial.steps())),
                new Span(trial.reasonKey() == null ? "" : getTranslation(trial.reasonKey(), trial.reason(), ""))));
        add(sum, table);
    }

    private static StatusBadge.Tone tone(Trial.Result result) {
        return switch (result) {
            case CAN_MOVE, MOVED -> StatusBadge.Tone.GOOD;
            case NEEDS_MAPPING -> StatusBadge.Tone.WARN;
            case CANNOT -> StatusBadge.Tone.BAD;
            case WAITING -> StatusBadge.Tone.NEUTRAL;
        };
    }
}
