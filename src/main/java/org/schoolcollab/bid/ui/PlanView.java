package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidSubmission;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanDrafting;
import org.schoolcollab.bid.PlanDrafting.Drafting;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanPresence;
import org.schoolcollab.bid.PlanPrint;
import org.schoolcollab.bid.PlanSaved.Conflict;
import org.schoolcollab.bid.domain.FieldText;
import org.schoolcollab.paper.PaperOnScreen;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.LeaveDialog;
import org.schoolcollab.shell.Refusals;

/** The lead writes or changes the plan, alone or with others at the same time, and submits it. What is typed is saved by itself. */
@Route("bids/:bidId/plan")
@Uses(RadioButtonGroup.class) // in the parts of other modules, which the bundle of this page does not see
@RolesAllowed(Roles.COLLABORATION_LEAD)
public class PlanView extends BidPage implements BeforeLeaveObserver {

    private final transient PlanDrafting drafting;
    private final transient PlanPresence presence;
    private final transient BidSubmission submission;
    private final transient PlanCatalogue catalogue;
    private final transient PlanPrint print;
    private final transient PlanNotices notices;
    private final transient NextSteps nextSteps;

    private final ErrorSummary errors = new ErrorSummary();
    private final transient Set<String> names = new HashSet<>();
    private final Div kept = new Div();
    private transient @Nullable Shown shown;
    private @Nullable BidId bid;
    private transient PointsAtFields points = new PointsAtFields(List.of());

    /** The parts of an open plan. */
    private record Shown(
            PlanWriting writing, PlanForm form, PlanTaskList sections, PlanSaving saving, PlanCompany company) {}

    PlanView(
            PlanDrafting drafting,
            PlanPresence presence,
            BidSubmission submission,
            PlanCatalogue catalogue,
            PlanPrint print,
            PlanNotices notices,
            NextSteps nextSteps) {
        this.drafting = drafting;
        this.presence = presence;
        this.submission = submission;
        this.catalogue = catalogue;
        this.print = print;
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
        bid = id;
        points = notices.points(id);
        title(getTranslation("bid.plan.title", now.bid().collaborationName()));
        subtitle(getTranslation(
                "bid.plan.subtitle", now.bid().roundName(), now.bid().revision()));
        PlanWriting writing = new PlanWriting(
                drafting, presence, now, new FieldText(catalogue, I18NProvider::translate), new OnScreen());
        PlanForm form = new PlanForm(now, catalogue, writing);
        Shown parts =
                new Shown(writing, form, new PlanTaskList(form::go), new PlanSaving(form), new PlanCompany(writing));
        shown = parts;
        kept.addClassNames("notice", "notice-warn");
        kept.getElement().setAttribute("role", "status");
        kept.setVisible(false);
        Anchor schools = new Anchor(address(id) + "/schools", getTranslation("bid.plan.schools"));
        List.of("schools.shares", "schools.pledges", "schools.consents")
                .forEach(name -> errors.register(name, schools));
        Anchor links = new Anchor(address(id) + "/parts", getTranslation("bid.plan.parts"));
        errors.registerOthers(links, getTranslation("bid.parts.title"));
        Div more = new Div(
                links,
                new Anchor(address(id) + "/skills", getTranslation("bid.plan.skills")),
                new Anchor(address(id) + "/last-round", getTranslation("bid.plan.lastRound")),
                schools,
                new Anchor(address(id, "files"), getTranslation("bid.plan.files")));
        more.addClassNames("card", "plan-more");
        Div above = notices.of(id, new LinksToFields(id, writing, form));
        errors.register("points", above);
        add(errors, kept, above, parts.company(), parts.sections(), more, form, buttons(parts));
        say();
    }

    private Div buttons(Shown parts) {
        Button submit = new Button(getTranslation("bid.plan.check"), e -> check());
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons = new Div(submit, parts.saving());
        buttons.addClassNames("row", "form-buttons");
        return buttons;
    }

    /** What the writing shows. */
    private final class OnScreen implements PlanWriting.Screen {

        @Override
        public PointsAtFields points() {
            return points;
        }

        @Override
        public void merge(PlanFields fields) {
            if (shown != null) {
                shown.form().merge(fields);
            }
        }

        @Override
        public void say() {
            PlanView.this.say();
        }

        @Override
        public void refused(BusinessRuleViolation refusal) {
            Refusals.show(PlanView.this, refusal);
        }

        @Override
        public void lineStays(Conflict conflict) {
            kept.removeAll();
            kept.add(new Paragraph(getTranslation("bid.plan.lineStays", conflict.by(), Dates.moment(conflict.at()))));
            kept.setVisible(true);
        }

        @Override
        public void settled(PlanInput input) {
            if (shown != null) {
                shown.company().wake();
                shown.saving().settled(input);
            }
        }
    }

    private void say() {
        Shown parts = shown;
        if (parts == null) {
            return;
        }
        PlanWriting writing = parts.writing();
        parts.company().wake();
        parts.saving().say(writing);
        if (!writing.isInTrouble()) {
            List<ValidationFailed.Problem> gaps = submission.gaps(id());
            parts.sections().show(writing.known(), gaps);
            errors.keepOnly(gaps);
        }
    }

    private void check() {
        Shown parts = Objects.requireNonNull(shown);
        forgetNames();
        if (!parts.writing().save()) {
            errors.show(List.of(ValidationFailed.Problem.of("", "error.bid.plan.notSaved")));
            return;
        }
        parts.form().name(parts.writing().known(), this::name);
        List<ValidationFailed.Problem> gaps = submission.gaps(id());
        if (!gaps.isEmpty()) {
            errors.show(gaps);
            return;
        }
        Drafting now = drafting.open(id());
        new CheckDialog(
                        getTranslation("bid.plan.check.title"),
                        new PaperOnScreen(print.plan(id())),
                        getTranslation(
                                "bid.plan.check.next",
                                now.bid().districtName(),
                                now.bid().requested()),
                        getTranslation("bid.plan.submit", now.bid().requested()),
                        () -> submit(now.draft().version()))
                .open();
    }

    private void submit(int version) {
        submission.submit(id(), version);
        Refusals.done(getTranslation("bid.plan.submitted", nextSteps.sentence(id())));
        goToCase(id());
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        Shown parts = shown;
        if (parts == null || parts.writing().isClosed() || parts.writing().isClean()) {
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
        new LeaveDialog(parts.writing()::save, leave::proceed).open();
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
        return Objects.requireNonNull(bid);
    }
}
