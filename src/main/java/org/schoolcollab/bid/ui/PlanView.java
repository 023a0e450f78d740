package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidSubmission;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanDraft;
import org.schoolcollab.bid.PlanDrafting;
import org.schoolcollab.bid.PlanDrafting.Drafting;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ChangedMeanwhile;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Refusals;

/** The lead writes or changes the plan, saves it as a draft and submits it. */
@Route("bids/:bidId/plan")
@Uses(RadioButtonGroup.class) // in the parts of other modules, which the bundle of this page does not see
@RolesAllowed(Roles.COLLABORATION_LEAD)
public class PlanView extends BidPage implements BeforeLeaveObserver {

    private final transient PlanDrafting drafting;
    private final transient BidSubmission submission;
    private final transient PlanCatalogue catalogue;
    private final transient PlanNotices notices;
    private final transient NextSteps nextSteps;

    private final ErrorSummary errors = new ErrorSummary();
    private final Set<String> names = new HashSet<>();
    private final Div conflict = new Div();
    private final Paragraph saved = new Paragraph();
    private @Nullable PlanForm form;
    private @Nullable PlanTaskList sections;
    private @Nullable Drafting opened;
    private @Nullable PlanDraft kept;

    PlanView(
            PlanDrafting drafting,
            BidSubmission submission,
            PlanCatalogue catalogue,
            PlanNotices notices,
            NextSteps nextSteps) {
        this.drafting = drafting;
        this.submission = submission;
        this.catalogue = catalogue;
        this.notices = notices;
        this.nextSteps = nextSteps;
    }

    @Override
    protected void open(BidId id, BeforeEnterEvent event) {
        Drafting now = drafting.open(id);
        if (!now.bid().status().isWithLead()) {
            event.forwardTo(address(id, "plan"));
            return;
        }
        opened = now;
        title(getTranslation("bid.plan.title", now.bid().collaborationName()));
        subtitle(getTranslation(
                "bid.plan.subtitle", now.bid().roundName(), now.bid().revision()));
        PlanForm fields = new PlanForm(now, catalogue);
        form = fields;
        sections = new PlanTaskList(fields::go);
        conflict.addClassNames("notice", "notice-warn");
        conflict.getElement().setAttribute("role", "alert");
        conflict.setVisible(false);
        saved.addClassName("hint");
        saved.getElement().setAttribute("role", "status");
        add(errors, conflict);
        Div above = notices.of(id);
        errors.register("points", above);
        add(above);
        Anchor schools = new Anchor(address(id) + "/schools", getTranslation("bid.plan.schools"));
        List.of("schools.shares", "schools.pledges", "schools.consents")
                .forEach(name -> errors.register(name, schools));
        Anchor parts = new Anchor(address(id) + "/parts", getTranslation("bid.plan.parts"));
        Anchor skills = new Anchor(address(id) + "/skills", getTranslation("bid.plan.skills"));
        Div more = new Div(parts, skills, schools);
        more.addClassNames("card", "plan-more");
        add(sections, more, fields, buttons());
        kept = fields.read(this::name);
        notices.atFields(id, PlanFields.of(now.draft()), fields::read);
        showStates(now.draft());
        saved.setText(getTranslation("bid.plan.savedBy", now.savedBy(), Dates.moment(now.savedAt())));
    }

    private Div buttons() {
        Button submit = new Button(getTranslation("bid.plan.check"), e -> check());
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button save = new Button(getTranslation("bid.plan.save"), e -> save());
        Div buttons = new Div(submit, save, saved);
        buttons.addClassNames("row", "form-buttons");
        return buttons;
    }

    /** Saves; answers whether it went well. */
    private boolean save() {
        PlanForm fields = java.util.Objects.requireNonNull(form);
        forgetNames();
        fields.dropBlank();
        PlanDraft typed = fields.read(this::name);
        try {
            PlanDraft stored = drafting.save(id(), typed);
            fields.saved(stored);
            kept = fields.read(this::name);
            errors.clear();
            conflict.setVisible(false);
            showStates(stored);
            Drafting now = drafting.open(id());
            saved.setText(getTranslation("bid.plan.savedBy", now.savedBy(), Dates.moment(now.savedAt())));
            return true;
        } catch (ValidationFailed gaps) {
            errors.show(gaps.problems());
        } catch (ChangedMeanwhile somebodyElse) {
            showConflict();
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
        }
        return false;
    }

    private void check() {
        if (!save()) {
            return;
        }
        List<ValidationFailed.Problem> gaps = submission.gaps(id());
        if (!gaps.isEmpty()) {
            errors.show(gaps);
            return;
        }
        Drafting now = drafting.open(id());
        new CheckDialog(
                        getTranslation("bid.plan.check.title"),
                        new PlanSheet(now.bid(), now.draft(), catalogue),
                        getTranslation(
                                "bid.plan.check.next",
                                now.bid().districtName(),
                                now.bid().requested()),
                        getTranslation("bid.plan.submit", now.bid().requested()),
                        this::submit)
                .open();
    }

    private void submit() {
        BidId id = id();
        submission.submit(id, java.util.Objects.requireNonNull(form).version());
        kept = null;
        Refusals.done(getTranslation("bid.plan.submitted", nextSteps.sentence(id)));
        goToCase(id);
    }

    private void showStates(PlanDraft draft) {
        java.util.Objects.requireNonNull(sections).show(draft, submission.gaps(id()));
    }

    /** Somebody else saved: says who and when, keeps what is typed, and lets the person choose. */
    private void showConflict() {
        Drafting theirs = drafting.open(id());
        Button mine = new Button(getTranslation("bid.plan.conflict.mine"), e -> {
            java.util.Objects.requireNonNull(form).overwrite(theirs.draft().version());
            save();
        });
        Button look = new Button(getTranslation("bid.plan.conflict.theirs"), e -> {
            kept = null;
            getUI().ifPresent(ui -> ui.getPage().reload());
        });
        conflict.removeAll();
        conflict.add(
                new Paragraph(getTranslation("bid.plan.conflict", theirs.savedBy(), Dates.moment(theirs.savedAt()))),
                mine,
                look);
        conflict.setVisible(true);
        conflict.scrollIntoView();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        PlanForm fields = form;
        if (fields == null || kept == null || fields.read((name, field) -> {}).equals(kept)) {
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
        new LeaveDialog(this::save, leave::proceed).open();
    }

    private void name(String name, com.vaadin.flow.component.Component field) {
        names.add(name);
        errors.register(name, field);
    }

    private void forgetNames() {
        errors.clear();
        names.forEach(errors::forget);
        names.clear();
    }

    private BidId id() {
        return java.util.Objects.requireNonNull(opened).bid().id();
    }
}
