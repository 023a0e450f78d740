package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanParts;
import org.schoolcollab.bid.PlanParts.Parts;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Refusals;

/**
 * How the parts of a plan belong together: which priorities an activity and a target serve, from when to when, what it costs, where a
 * baseline is from, which activity a budget line pays for, and what is commissioned from whom.
 */
@Route("bids/:bidId/parts")
@RolesAllowed(Roles.COLLABORATION_LEAD)
public class PartsView extends BidPage implements BeforeLeaveObserver {

    private final transient PlanParts parts;
    private final ErrorSummary errors = new ErrorSummary();
    private final Div content = new Div();
    private PartInputs inputs = new PartInputs(errors);
    private @Nullable Parts shown;

    PartsView(PlanParts parts) {
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
        title(getTranslation("bid.parts.title"));
        subtitle(getTranslation(
                "bid.schools.subtitle", now.bid().collaborationName(), now.bid().roundName()));
        errors.clear();
        content.removeAll();
        content.add(
                new Anchor(address(now.bid().id()) + "/plan", getTranslation("bid.schools.toPlan")),
                new Paragraph(getTranslation("bid.parts.intro")));
        section(now, PlanSection.ACTIVITIES, now.activities(), List.of("priorities", "from", "to", "cost"));
        section(
                now,
                PlanSection.TARGETS,
                Map.of(),
                List.of("priorities", "listed", "group", "better", "source", "baselineOn", "confirmed"));
        section(now, PlanSection.BUDGET, Map.of(), List.of("activity"));
        support(now);
        Button save = new Button(getTranslation("bid.schools.save"), e -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons = new Div(save);
        buttons.addClassNames("row", "form-buttons");
        content.add(buttons);
    }

    private void section(Parts now, PlanSection section, Map<String, String> names, List<String> fields) {
        List<Line> lines = now.plan().lines(section).stream()
                .filter(line -> !line.nothingTyped())
                .toList();
        Section box = box(section);
        if (lines.isEmpty()) {
            box.add(new Paragraph(getTranslation("bid.parts.none")));
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String name = names.getOrDefault(line.id(), line.field("measure") + line.field("description"));
            box.add(line(now, line, name, section.problemName() + "[" + i + "]", fields));
        }
    }

    private Section box(PlanSection section) {
        Section box = new Section(new H2(getTranslation("enum.PlanSection." + section.name())));
        box.addClassNames("card", "stack");
        content.add(box);
        return box;
    }

    private Component line(Parts now, Line line, String name, String problemName, List<String> fields) {
        Div group = new Div(new H3(name.isBlank() ? getTranslation("bid.parts.unnamed") : name));
        group.addClassNames("line", "form");
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", name);
        for (String field : fields) {
            group.add(
                    field.equals("listed")
                            ? inputs.oneOf(line, field, problemName, now.measures())
                            : inputs.input(
                                    line,
                                    field,
                                    problemName,
                                    field.equals("activity") ? now.activities() : now.priorities()));
        }
        return group;
    }

    private void support(Parts now) {
        Section box = box(PlanSection.SUPPORT);
        box.add(new Paragraph(getTranslation("bid.parts.support.intro")));
        List<Line> lines = now.plan().lines(PlanSection.SUPPORT);
        for (int i = 0; i < lines.size(); i++) {
            box.add(supported(now, lines.get(i), i));
        }
        Button more = new Button(getTranslation("bid.parts.support.add"));
        int[] count = {lines.size()};
        more.addClickListener(e -> {
            Line fresh = PartInputs.fresh(PlanSection.SUPPORT, UUID.randomUUID().toString());
            box.addComponentAtIndex((int) box.getChildren().count() - 1, supported(now, fresh, count[0]++));
        });
        box.add(more);
    }

    private Component supported(Parts now, Line line, int index) {
        return line(
                now,
                line,
                getTranslation("bid.parts.support.line", index + 1),
                "support[" + index + "]",
                List.of("what", "provider", "name", "cost"));
    }

    /** Saves; answers whether it went well. What is asked about afterwards stands on top. */
    private boolean save() {
        BidId id = Objects.requireNonNull(shown).bid().id();
        try {
            parts.save(id, inputs.typed());
        } catch (ValidationFailed gaps) {
            errors.show(gaps.problems());
            return false;
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
            return false;
        }
        show(parts.open(id));
        List<Problem> gaps = parts.gaps(id);
        if (!gaps.isEmpty()) {
            errors.show(gaps);
        }
        Refusals.done(getTranslation("bid.parts.saved"));
        return true;
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!inputs.typed().isEmpty()) {
            BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
            new LeaveDialog(this::save, leave::proceed).open();
        }
    }
}
