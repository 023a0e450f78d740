package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.MemberSchool;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanParts;
import org.schoolcollab.bid.PlanParts.Parts;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Refusals;

/** The skills audit: each school's strengths and needs by theme, and who inside the collaboration can help whom (§27). */
@Route("bids/:bidId/skills")
@RolesAllowed(Roles.COLLABORATION_LEAD)
public class SkillsView extends BidPage implements BeforeLeaveObserver {

    private final transient PlanParts parts;
    private final ErrorSummary errors = new ErrorSummary();
    private final Div content = new Div();
    private PartInputs inputs = new PartInputs(errors);
    private @Nullable Parts shown;

    SkillsView(PlanParts parts) {
        this.parts = parts;
        content.addClassName("stack");
        add(errors, content);
    }

    @Override
    protected void open(BidId id, BeforeEnterEvent event) {
        Parts now = parts.open(id);
        if (!now.bid().status().isWithLead()) {
            event.forwardTo(address(id, "plan"));
            return;
        }
        show(now);
    }

    private void show(Parts now) {
        shown = now;
        inputs = new PartInputs(errors);
        title(getTranslation("bid.skills.title"));
        subtitle(getTranslation(
                "bid.schools.subtitle", now.bid().collaborationName(), now.bid().roundName()));
        content.removeAll();
        content.add(
                new Anchor(address(now.bid().id()) + "/plan", getTranslation("bid.schools.toPlan")),
                new Paragraph(getTranslation("bid.skills.intro")));
        Section matches = new Section(new H2(getTranslation("bid.skills.matches")), SkillsOnScreen.of(now));
        matches.addClassNames("card", "stack");
        Section form = new Section(new H2(getTranslation("bid.skills.schools")));
        form.addClassNames("card", "stack");
        for (MemberSchool school : now.schools()) {
            String id = school.id().toString();
            Line line =
                    now.plan().find(PlanSection.SKILLS, id).orElseGet(() -> PartInputs.fresh(PlanSection.SKILLS, id));
            Div group = new Div(
                    new H3(school.name()),
                    inputs.input(line, "strengths", id, now.themes()),
                    inputs.input(line, "needs", id, now.themes()));
            group.addClassNames("line", "form");
            group.getElement().setAttribute("role", "group").setAttribute("aria-label", school.name());
            form.add(group);
        }
        Button save = new Button(getTranslation("bid.schools.save"), e -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons = new Div(save);
        buttons.addClassNames("row", "form-buttons");
        content.add(form, buttons, matches);
    }

    private boolean save() {
        BidId id = Objects.requireNonNull(shown).bid().id();
        try {
            parts.save(id, inputs.typed());
            show(parts.open(id));
            Refusals.done(getTranslation("bid.skills.saved"));
            return true;
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
            return false;
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!inputs.typed().isEmpty()) {
            BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
            new LeaveDialog(this::save, leave::proceed).open();
        }
    }
}
