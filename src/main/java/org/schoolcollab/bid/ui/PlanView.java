package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidSubmission;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanDrafting;
import org.schoolcollab.bid.PlanDrafting.Drafting;
import org.schoolcollab.bid.PlanPresence;
import org.schoolcollab.bid.PlanPrint;
import org.schoolcollab.bid.domain.FieldText;
import org.schoolcollab.paper.PaperOnScreen;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.Refusals;

/** The lead writes or changes the plan and submits it. */
@Route("bids/:bidId/plan")
@Uses(RadioButtonGroup.class) // in the parts of other modules, which the bundle of this page does not see
@RolesAllowed(Roles.COLLABORATION_LEAD)
public class PlanView extends PlanWritingPage {

    private final transient PlanDrafting drafting;
    private final transient BidSubmission submission;
    private final transient PlanCatalogue catalogue;
    private final transient PlanPrint print;
    private final transient PlanNotices notices;
    private final transient NextSteps nextSteps;
    private transient @Nullable PlanTaskList sections;

    PlanView(
            PlanDrafting drafting,
            PlanPresence presence,
            BidSubmission submission,
            PlanCatalogue catalogue,
            PlanPrint print,
            PlanNotices notices,
            NextSteps nextSteps) {
        super(drafting, presence, notices);
        this.drafting = drafting;
        this.submission = submission;
        this.catalogue = catalogue;
        this.print = print;
        this.notices = notices;
        this.nextSteps = nextSteps;
    }

    @Override
    void open(Drafting now, BeforeEnterEvent event) {
        BidId id = now.bid().id();
        title(getTranslation("bid.plan.title", now.bid().collaborationName()));
        subtitle(getTranslation(
                "bid.plan.subtitle", now.bid().roundName(), now.bid().revision()));
        Open open = write(
                now,
                new FieldText(catalogue, I18NProvider::translate),
                writing -> new PlanForm(now, catalogue, writing));
        PlanForm form = (PlanForm) open.form();
        PlanTaskList list = new PlanTaskList(form::go);
        sections = list;
        Div above = notices.of(id, new LinksToFields(id, open.writing(), form));
        errors().register("points", above);
        add(above, open.company(), list, more(id), form, buttons(open));
    }

    /** The ways to what else belongs to the plan. */
    private Div more(BidId id) {
        Anchor schools = new Anchor(address(id) + "/schools", getTranslation("bid.plan.schools"));
        List.of("schools.shares", "schools.pledges", "schools.consents")
                .forEach(name -> errors().register(name, schools));
        Anchor links = new Anchor(address(id) + "/parts", getTranslation("bid.plan.parts"));
        errors().registerOthers(links, getTranslation("bid.parts.title"));
        Div more = new Div(
                links,
                new Anchor(address(id) + "/skills", getTranslation("bid.plan.skills")),
                new Anchor(address(id) + "/last-round", getTranslation("bid.plan.lastRound")),
                schools,
                new Anchor(address(id, "files"), getTranslation("bid.plan.files")));
        more.addClassNames("card", "plan-more");
        return more;
    }

    private Div buttons(Open open) {
        Button submit = new Button(getTranslation("bid.plan.check"), e -> askToSubmit(open.bid()));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons = new Div(submit, open.saving());
        buttons.addClassNames("row", "form-buttons");
        return buttons;
    }

    @Override
    List<Problem> gaps(BidId bid) {
        return submission.gaps(bid);
    }

    @Override
    void follow(Open open, List<Problem> gaps) {
        if (sections != null) {
            sections.show(open.writing().known(), gaps);
        }
    }

    private void askToSubmit(BidId bid) {
        if (!check()) {
            return;
        }
        Drafting now = drafting.open(bid);
        new CheckDialog(
                        getTranslation("bid.plan.check.title"),
                        new PaperOnScreen(print.plan(bid)),
                        getTranslation(
                                "bid.plan.check.next",
                                now.bid().districtName(),
                                now.bid().requested()),
                        getTranslation("bid.plan.submit", now.bid().requested()),
                        () -> submit(bid, now.draft().version()))
                .open();
    }

    private void submit(BidId bid, int version) {
        submission.submit(bid, version);
        Refusals.done(getTranslation("bid.plan.submitted", nextSteps.sentence(bid)));
        goToCase(bid);
    }
}
