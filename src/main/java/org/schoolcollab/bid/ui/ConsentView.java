package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.ConsentState;
import org.schoolcollab.bid.MemberSchool;
import org.schoolcollab.bid.PlanOnScreen;
import org.schoolcollab.bid.SchoolConsent;
import org.schoolcollab.bid.SchoolConsent.Question;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Refusals;

/** A headteacher reads the plan and the amounts of the own school, and agrees or declines, or withdraws. */
@Route("bids/:bidId/consent")
@RolesAllowed(Roles.HEADTEACHER)
public class ConsentView extends BidPage {

    private final transient SchoolConsent consent;
    private final transient PlanOnScreen plan;
    private final Div content = new Div();

    ConsentView(SchoolConsent consent, PlanOnScreen plan) {
        this.consent = consent;
        this.plan = plan;
        content.addClassName("stack");
        add(content);
    }

    @Override
    protected void open(BidId id, BeforeEnterEvent event) {
        show(consent.open(id));
    }

    private void show(Question question) {
        title(getTranslation("bid.consent.title"));
        subtitle(getTranslation(
                "bid.schools.subtitle",
                question.bid().collaborationName(),
                question.bid().roundName()));
        content.removeAll();
        content.add(new Anchor(address(question.bid().id()), getTranslation("bid.print.back")));
        if (question.own().isEmpty()) {
            content.add(notice("bid.consent.notTakingPart"));
        } else {
            content.add(new Paragraph(getTranslation("bid.consent.intro")));
        }
        question.own().forEach(school -> content.add(card(question, school)));
        Section read = new Section(new H2(getTranslation("bid.consent.plan")), plan.readOnly(question.bid()));
        read.addClassNames("card", "stack");
        content.add(read);
    }

    private Section card(Question question, MemberSchool school) {
        Section card = new Section(new H2(school.name()), amounts(school), SchoolWords.consent(school));
        card.addClassNames("card", "stack");
        card.getElement().setAttribute("aria-label", school.name());
        boolean withLead = question.bid().status().isWithLead();
        if (!withLead) {
            card.add(notice("bid.consent.submitted"));
        } else if (school.consent() == ConsentState.ASKED) {
            Button agree = new Button(getTranslation("bid.consent.agree"), e -> agree(question, school));
            agree.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            agree.setAriaLabel(getTranslation("bid.consent.agree.of", school.name()));
            Button decline = new Button(getTranslation("bid.consent.decline"), e -> decline(question, school));
            decline.setAriaLabel(getTranslation("bid.consent.decline.of", school.name()));
            Div buttons = new Div(agree, decline);
            buttons.addClassNames("row", "form-buttons");
            card.add(buttons);
        } else if (school.stands()) {
            Button withdraw = new Button(getTranslation("bid.consent.withdraw"), e -> withdraw(question, school));
            withdraw.setAriaLabel(getTranslation("bid.consent.withdraw.of", school.name()));
            card.add(withdraw);
        } else {
            card.add(notice("bid.consent.notAsked"));
        }
        return card;
    }

    private Facts amounts(MemberSchool school) {
        return new Facts()
                .fact(getTranslation("bid.schools.share"), school.share().format())
                .fact(getTranslation("bid.schools.pledge"), school.pledge().format())
                .fact(getTranslation("bid.schools.guideOf"), school.guide().format());
    }

    private void agree(Question question, MemberSchool school) {
        new CheckDialog(
                        getTranslation("bid.consent.agree.title"),
                        new Facts()
                                .fact(getTranslation("bid.schools.school"), school.name())
                                .fact(
                                        getTranslation("bid.schools.share"),
                                        school.share().format())
                                .fact(
                                        getTranslation("bid.schools.pledge"),
                                        school.pledge().format()),
                        getTranslation("bid.consent.agree.next"),
                        getTranslation("bid.consent.agree.verb"),
                        () -> {
                            consent.agree(question.bid().id(), school.id(), school.share(), school.pledge());
                            done(question, "bid.consent.agree.done", school);
                        })
                .open();
    }

    private void decline(Question question, MemberSchool school) {
        reasoned(
                "bid.consent.decline",
                question,
                school,
                reason -> consent.decline(question.bid().id(), school.id(), reason));
    }

    private void withdraw(Question question, MemberSchool school) {
        reasoned(
                "bid.consent.withdraw",
                question,
                school,
                reason -> consent.withdraw(question.bid().id(), school.id(), reason));
    }

    private void reasoned(
            String key, Question question, MemberSchool school, java.util.function.Consumer<String> step) {
        TextArea reason = new TextArea(getTranslation("bid.consent.reason"));
        reason.setHelperText(getTranslation("bid.consent.reason.hint"));
        reason.setWidthFull();
        ReasonedStep.open(
                getTranslation(key + ".title"),
                new Div(new Paragraph(getTranslation(key + ".what", school.name())), reason),
                reason,
                getTranslation(key + ".next"),
                getTranslation(key + ".verb"),
                () -> {
                    step.accept(reason.getValue());
                    done(question, key + ".done", school);
                });
    }

    private void done(Question question, String key, MemberSchool school) {
        Refusals.done(getTranslation(key, school.name()));
        show(consent.open(question.bid().id()));
    }

    private Paragraph notice(String key) {
        Paragraph notice = new Paragraph(getTranslation(key));
        notice.addClassName("notice");
        return notice;
    }
}
