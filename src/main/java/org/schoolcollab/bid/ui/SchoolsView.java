package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.ConsentState;
import org.schoolcollab.bid.MemberSchool;
import org.schoolcollab.bid.MemberSchools;
import org.schoolcollab.bid.PlanPresence;
import org.schoolcollab.bid.SchoolShares;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.LeaveDialog;
import org.schoolcollab.shell.Refusals;

/** The lead's page of the member schools: who takes part, with which share and pledge, and who has agreed. */
@Route("bids/:bidId/schools")
@RolesAllowed(Roles.COLLABORATION_LEAD)
public class SchoolsView extends BidPage implements BeforeLeaveObserver {

    /** The browser asks before it is closed over amounts that are not saved. */
    private static final String WARN = """
            window.addEventListener('beforeunload', event => {
              if (this.isConnected && this.querySelector('[data-changed]')) { event.preventDefault(); }
            });""";

    private final transient SchoolShares shares;
    private final transient CollaborationDirectory collaborations;
    private final transient PlanPresence presence;
    private final ErrorSummary errors = new ErrorSummary();
    private final Div company = new Div();
    private final Div above = stack();
    private final Div middle = stack();
    private final Div below = stack();
    private @Nullable ShareFields table;
    private transient Runnable worked = () -> {};
    private @Nullable MemberSchools shown;

    SchoolsView(SchoolShares shares, CollaborationDirectory collaborations, PlanPresence presence) {
        this.shares = shares;
        this.collaborations = collaborations;
        this.presence = presence;
        add(company, errors, above, middle, below);
        getElement().executeJs(WARN);
    }

    private static Div stack() {
        Div stack = new Div();
        stack.addClassName("stack");
        return stack;
    }

    @Override
    protected void open(BidId id, BeforeEnterEvent event) {
        MemberSchools members = shares.open(id);
        if (!members.bid().status().isWithLead()) {
            event.forwardTo(address(id, "schools"));
            return;
        }
        table = null;
        show(members);
        SharesWatch watch = new SharesWatch(shares, presence, id, this::changedByOthers);
        PlanCompany others = new PlanCompany(watch.page());
        company.removeAll();
        company.add(others);
        worked = () -> {
            watch.worked();
            others.wake();
        };
    }

    /** Reads all anew. What was typed and not saved stays typed, also where schools have come or gone. */
    private void show(MemberSchools members) {
        ShareFields before = table;
        surround(members);
        errors.clear();
        ShareFields fields = new ShareFields(members, errors, this::takeOut, () -> worked.run());
        if (before != null) {
            fields.goOnFrom(before);
        }
        table = fields;
        middle.removeAll();
        middle.add(fields, buttons());
    }

    private void changedByOthers() {
        MemberSchools now = shares.open(id());
        if (table().follow(now)) {
            surround(now);
        } else {
            show(now);
        }
    }

    private void surround(MemberSchools members) {
        shown = members;
        title(getTranslation("bid.schools.title"));
        subtitle(getTranslation(
                "bid.schools.subtitle",
                members.bid().collaborationName(),
                members.bid().roundName()));
        above.removeAll();
        below.removeAll();
        Section facts =
                new Section(new H2(getTranslation("bid.schools.money")), SchoolWords.facts(members), links(members));
        facts.addClassNames("card", "stack");
        above.add(facts);
        nobodyAnswers(members);
        takenOut(members);
    }

    private Div links(MemberSchools members) {
        Div links = new Div(new Anchor(address(members.bid().id()) + "/plan", getTranslation("bid.schools.toPlan")));
        collaborations
                .find(members.bid().collaborationId())
                .ifPresent(collaboration -> links.add(new Anchor(
                        "collaborations/" + collaboration.slug() + "/members",
                        getTranslation("bid.schools.toMembers"))));
        links.addClassNames("row");
        return links;
    }

    private void nobodyAnswers(MemberSchools members) {
        List<String> schools = members.schools().stream()
                .filter(school -> !school.hasHead() && !school.stands())
                .map(MemberSchool::name)
                .toList();
        if (!schools.isEmpty()) {
            Paragraph notice =
                    new Paragraph(getTranslation("bid.schools.nobody", schools.size(), String.join(", ", schools)));
            notice.addClassNames("notice", "notice-warn");
            above.add(notice);
        }
    }

    private Div buttons() {
        Button ask = new Button(getTranslation("bid.schools.ask"), e -> ask());
        ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button save = new Button(getTranslation("bid.schools.save"), e -> save());
        Button split = new Button(getTranslation("bid.schools.split"), e -> table().put(shares.byGuide(id())));
        Div buttons = new Div(ask, save, split);
        buttons.addClassNames("row", "form-buttons");
        return buttons;
    }

    private void takenOut(MemberSchools members) {
        if (members.takenOut().isEmpty()) {
            return;
        }
        Section out = new Section(new H2(getTranslation("bid.schools.takenOut")));
        out.addClassNames("card", "stack");
        for (MemberSchools.TakenOut school : members.takenOut()) {
            Button back = new Button(
                    getTranslation("bid.schools.takeBack"),
                    e -> act(() -> {
                        shares.takeBack(id(), school.id());
                        Refusals.done(getTranslation("bid.schools.takeBack.done", school.name()));
                    }));
            back.setAriaLabel(getTranslation("bid.schools.takeBack.of", school.name()));
            out.add(SchoolWords.takenOut(this, school), back);
        }
        below.add(out);
    }

    /** Saves; answers whether it went well. */
    private boolean save() {
        worked.run();
        List<Problem> problems = new ArrayList<>();
        List<SchoolShares.Line> lines = table().lines(problems);
        if (!problems.isEmpty()) {
            errors.show(problems);
            return false;
        }
        try {
            errors.clear();
            MemberSchools saved = shares.save(id(), lines).schools();
            if (table().follow(saved)) {
                surround(saved);
            } else {
                show(saved);
            }
            List<Problem> undecided = table().undecided();
            if (!undecided.isEmpty()) {
                errors.show(undecided);
                return false;
            }
            Refusals.done(getTranslation("bid.schools.saved"));
            return true;
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
            return false;
        }
    }

    private void ask() {
        if (table().isChanged() && !save()) {
            return;
        }
        List<MemberSchool> open = Objects.requireNonNull(shown).missing().stream()
                .filter(school -> school.consent() != ConsentState.ASKED)
                .toList();
        Div answers = new Div();
        open.forEach(school -> answers.add(
                new Paragraph(getTranslation("bid.schools.ask.line", school.name(), school.share(), school.pledge()))));
        if (open.isEmpty()) {
            answers.add(new Paragraph(getTranslation("error.bid.schools.nobodyToAsk")));
        }
        new CheckDialog(
                        getTranslation("bid.schools.ask.title"),
                        answers,
                        getTranslation("bid.schools.ask.next"),
                        getTranslation("bid.schools.ask.verb", open.size()),
                        this::asked)
                .open();
    }

    private void asked() {
        int asked = shares.ask(id());
        Refusals.done(getTranslation("bid.schools.ask.done", asked));
        show(shares.open(id()));
    }

    private void takeOut(MemberSchool school) {
        TextArea reason = new TextArea(getTranslation("bid.schools.takeOut.reason"));
        reason.setHelperText(getTranslation("bid.schools.takeOut.reason.hint"));
        reason.setWidthFull();
        Component answers = new Div(new Paragraph(getTranslation("bid.schools.takeOut.what", school.name())), reason);
        ReasonedStep.open(
                getTranslation("bid.schools.takeOut.title"),
                answers,
                reason,
                getTranslation("bid.schools.takeOut.next", school.guide()),
                getTranslation("bid.schools.takeOut.verb"),
                () -> {
                    shares.takeOut(id(), school.id(), reason.getValue());
                    Refusals.done(getTranslation("bid.schools.takeOut.done", school.name()));
                    show(shares.open(id()));
                });
    }

    private void act(Runnable step) {
        try {
            step.run();
            show(shares.open(id()));
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        ShareFields fields = table;
        if (fields != null && fields.isChanged()) {
            BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
            new LeaveDialog("bid.schools.leave.title", "bid.schools.leave.text", this::save, leave::proceed).open();
        }
    }

    private ShareFields table() {
        return Objects.requireNonNull(table);
    }

    private BidId id() {
        return Objects.requireNonNull(shown).bid().id();
    }
}
