package org.schoolcollab.board.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.schoolcollab.board.MeetingId;
import org.schoolcollab.board.MeetingPlanning;
import org.schoolcollab.board.MeetingQueries;
import org.schoolcollab.establishment.Area;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shell.Page;
import org.schoolcollab.shell.Refusals;

/** The chair plans a meeting, or a vote in writing. */
@Route("meetings/plan")
@RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
public class PlanMeetingView extends Page implements BeforeEnterObserver {

    private final transient MeetingQueries meetings;
    private final transient MeetingPlanning planning;

    PlanMeetingView(MeetingQueries meetings, MeetingPlanning planning) {
        this.meetings = meetings;
        this.planning = planning;
        title(getTranslation("board.plan.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Area> areas = meetings.areasToPlan();
        if (areas.isEmpty()) {
            event.rerouteToError(new AccessRefused("plan a meeting"), "");
            return;
        }
        MeetingForm form = new MeetingForm(areas, null);
        Button plan = new Button(
                getTranslation("board.plan.verb"),
                e -> form.read(draft -> {
                    MeetingId id = planning.plan(draft);
                    Refusals.done(getTranslation("board.plan.done"));
                    getUI().ifPresent(ui -> ui.navigate(MeetingWords.address(id)));
                }));
        plan.addThemeVariants(ButtonVariant.PRIMARY);
        Section card = new Section(form, plan);
        card.addClassNames("card", "stack");
        card.getElement().setAttribute("aria-label", getTranslation("board.plan.title"));
        add(card);
    }
}
