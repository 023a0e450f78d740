package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        // A report no longer knows where each bid stood, and often has no reason to give.
        boolean steps = trials.stream().anyMatch(trial -> !trial.steps().isEmpty());
        boolean reasons = trials.stream().anyMatch(trial -> trial.reasonKey() != null);
        DataTable table = new DataTable(
                getTranslation("workflow.move.table"),
                Stream.of(
                                Optional.of("workflow.move.bid"),
                                Optional.of("workflow.move.result"),
                                Optional.of("workflow.move.stands").filter(key -> steps),
                                Optional.of("workflow.move.reason").filter(key -> reasons))
                        .flatMap(Optional::stream)
                        .map(key -> Column.text(getTranslation(key)))
                        .toArray(Column[]::new));
        trials.forEach(trial -> {
            List<Component> cells = new ArrayList<>();
            cells.add(new Anchor(BidPage.address(trial.bid()), trial.collaborationName()));
            cells.add(new StatusBadge(
                    getTranslation("enum.Trial." + trial.result().name()), tone(trial.result())));
            if (steps) {
                cells.add(new Span(String.join(", ", trial.steps())));
            }
            if (reasons) {
                cells.add(new Span(
                        trial.reasonKey() == null ? "" : getTranslation(trial.reasonKey(), trial.reason(), "")));
            }
            table.row(cells.toArray(Component[]::new));
        });
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
