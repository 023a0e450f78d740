package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import java.util.List;
import java.util.function.Consumer;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.bid.PlanSection.State;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.StatusBadge;

/** The sections of the plan with their state; each leads to its section. */
class PlanTaskList extends Nav {

    private final OrderedList list = new OrderedList();
    private final Consumer<PlanSection> go;

    PlanTaskList(Consumer<PlanSection> go) {
        this.go = go;
        addClassNames("card", "task-list");
        getElement().setAttribute("aria-label", getTranslation("bid.plan.sections"));
        add(list);
    }

    void show(PlanFields saved, List<Problem> gaps) {
        list.removeAll();
        for (PlanSection section : PlanSection.values()) {
            if (section == PlanSection.SKILLS) {
                continue; // has a page of its own
            }
            NativeButton link =
                    new NativeButton(getTranslation("enum.PlanSection." + section.name()), e -> go.accept(section));
            link.addClassName("link");
            State state = section.state(saved, gaps);
            list.add(new ListItem(
                    link, new StatusBadge(getTranslation("enum.PlanSection.State." + state.name()), tone(state))));
        }
    }

    private static StatusBadge.Tone tone(State state) {
        return switch (state) {
            case NOT_STARTED -> StatusBadge.Tone.NEUTRAL;
            case IN_PROGRESS -> StatusBadge.Tone.ACCENT;
            case COMPLETE -> StatusBadge.Tone.GOOD;
        };
    }
}
