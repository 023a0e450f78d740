package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import org.schoolcollab.programme.Round;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Refusals;
import org.schoolcollab.workflow.move.RoundPins;

/** Which version the new bids of each round take: the latest, or one that an administrator pins. */
class PinsPart extends Div {

    private static final int LATEST = 0;

    private final transient RoundPins pins;
    private final String key;

    PinsPart(RoundPins pins, String key, List<Round> rounds, List<Integer> versions, boolean mayPin) {
        this.pins = pins;
        this.key = key;
        addClassName("stack");
        add(new H2(getTranslation("workflow.pins.title")), new Paragraph(getTranslation("workflow.pins.hint")));
        DataTable table = new DataTable(
                getTranslation("workflow.pins.title"),
                Column.text(getTranslation("workflow.pins.round")),
                Column.text(getTranslation("workflow.pins.takes")));
        rounds.stream().filter(round -> round.status() != Round.Status.CLOSED).forEach(round -> {
            int pinned = pins.of(round.id()).getOrDefault(key, LATEST);
            table.row(new Span(round.name()), mayPin ? choice(round, versions, pinned) : new Span(words(pinned)));
        });
        add(table);
    }

    private Select<Integer> choice(Round round, List<Integer> versions, int pinned) {
        List<Integer> choices = new ArrayList<>(List.of(LATEST));
        choices.addAll(versions);
        Select<Integer> choice = new Select<>();
        choice.setAriaLabel(getTranslation("workflow.pins.choose", round.name()));
        choice.setItems(choices);
        choice.setItemLabelGenerator(this::words);
        choice.setValue(pinned);
        choice.addValueChangeListener(e -> pin(round, e.getValue()));
        return choice;
    }

    private String words(Integer version) {
        return version == LATEST
                ? getTranslation("workflow.pins.latest")
                : getTranslation("workflow.versions.number", version);
    }

    private void pin(Round round, Integer version) {
        try {
            if (version == LATEST) {
                pins.release(round.id(), key);
            } else {
                pins.pin(round.id(), key, version);
            }
            Refusals.done(getTranslation("workflow.pins.done", round.name(), words(version)));
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
        }
    }
}
