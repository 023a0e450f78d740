package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.SchoolsOfBid;
import org.schoolcollab.ledger.AcceptedShares;
import org.schoolcollab.ledger.AcceptedShares.Part;
import org.schoolcollab.ledger.AwardAcceptance;
import org.schoolcollab.ledger.AwardOffer;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Refusals;

/** The lead reads the award, shares it out between the schools and accepts it, or declines it. */
@Route("bids/:bidId/award")
@RolesAllowed(Roles.COLLABORATION_LEAD)
public class AcceptAwardView extends BidPage {

    private final transient AwardAcceptance acceptance;
    private final transient SchoolsOfBid schools;
    private final Div content = new Div();

    AcceptAwardView(AwardAcceptance acceptance, SchoolsOfBid schools) {
        this.acceptance = acceptance;
        this.schools = schools;
        content.addClassName("stack");
        add(content);
    }

    @Override
    protected void open(BidId id, BeforeEnterEvent event) {
        AwardOffer offer = acceptance.open(id);
        content.removeAll();
        title(getTranslation("ledger.acceptance.title"));
        subtitle(getTranslation(
                "ledger.release.about",
                offer.bid().collaborationName(),
                offer.bid().roundName(),
                offer.bid().areaName()));
        content.add(new OfferOnScreen(offer));
        AwardOffer.Accepted accepted = offer.accepted();
        if (accepted != null) {
            content.add(notice(
                    getTranslation("error.ledger.acceptance.already", accepted.by(), Dates.moment(accepted.at()))));
        } else if (offer.bid().status() != BidStatus.AWARDED) {
            content.add(notice(getTranslation(
                    "error.bid.notInStage." + offer.bid().status().name())));
        } else {
            content.add(acceptForm(offer), declineForm(offer));
        }
    }

    private Paragraph notice(String text) {
        Paragraph notice = new Paragraph(text);
        notice.addClassName("notice");
        return notice;
    }

    private Section acceptForm(AwardOffer offer) {
        ErrorSummary errors = new ErrorSummary();
        Money agreed = offer.amount();
        PartFields shares = new PartFields("share", offer.schools(), agreed, errors);
        Section form = new Section(
                errors,
                new H2(getTranslation("ledger.acceptance.share.title")),
                hint(getTranslation("ledger.acceptance.share.hint", agreed)),
                shares);
        PartFields pledges = new PartFields("pledge", offer.schools(), offer.matchedAsked(), errors);
        if (offer.matchedAsked().isPositive()) {
            form.add(
                    new H2(getTranslation("ledger.acceptance.pledge.title")),
                    hint(getTranslation("ledger.acceptance.pledge.hint", offer.matchedAsked())),
                    pledges);
        }
        List<SchoolsOfBid.Amounts> planned = schools.likeThePlan(offer.bid().id(), agreed, offer.matchedAtFirst());
        AcceptedShares likeThePlan = new AcceptedShares(
                planned.stream().map(one -> new Part(one.school(), one.share())).toList(),
                planned.stream()
                        .map(one -> new Part(one.school(), one.pledge()))
                        .toList());
        AcceptedShares toLeadSchool = offer.allToLeadSchool();
        put(planned.isEmpty() ? toLeadSchool : likeThePlan, shares, pledges);
        Div buttons = new Div();
        buttons.addClassName("row");
        Button accept = new Button(
                getTranslation("ledger.acceptance.check"), event -> checkAccept(offer, shares, pledges, errors));
        accept.addThemeVariants(ButtonVariant.PRIMARY);
        buttons.add(accept);
        if (!planned.isEmpty()) {
            buttons.add(new Button(
                    getTranslation("ledger.acceptance.share.likePlan"), event -> put(likeThePlan, shares, pledges)));
        }
        buttons.add(new Button(
                getTranslation("ledger.acceptance.share.toLead"), event -> put(toLeadSchool, shares, pledges)));
        form.add(buttons);
        form.addClassNames("card", "stack");
        form.getElement().setAttribute("aria-label", getTranslation("ledger.acceptance.share.title"));
        return form;
    }

    private static void put(AcceptedShares amounts, PartFields shares, PartFields pledges) {
        shares.put(amounts.shares());
        pledges.put(amounts.pledges());
    }

    private void checkAccept(AwardOffer offer, PartFields shares, PartFields pledges, ErrorSummary errors) {
        errors.clear();
        List<Problem> problems = new ArrayList<>();
        AcceptedShares answer = new AcceptedShares(
                shares.parts(problems), offer.matchedAsked().isPositive() ? pledges.parts(problems) : List.of());
        try {
            if (!problems.isEmpty()) {
                throw new ValidationFailed(problems);
            }
            offer.check(answer);
        } catch (ValidationFailed failed) {
            errors.show(failed.problems());
            return;
        }
        Facts answers =
                facts(offer).fact(getTranslation("ledger.acceptance.share.title"), shares.inWords(answer.shares()));
        if (!answer.pledges().isEmpty()) {
            answers.fact(getTranslation("ledger.acceptance.pledge.title"), pledges.inWords(answer.pledges()));
        }
        ask("accept", offer, answers, () -> acceptance.accept(offer.bid().id(), answer));
    }

    private Section declineForm(AwardOffer offer) {
        ErrorSummary errors = new ErrorSummary();
        TextArea reason = new TextArea(getTranslation("ledger.acceptance.reason"));
        reason.setHelperText(getTranslation("ledger.acceptance.reason.hint"));
        reason.addClassName("wide");
        errors.register("reason", reason);
        Button decline = new Button(getTranslation("ledger.acceptance.checkDecline"), event -> {
            errors.clear();
            try {
                String why = Texts.reason(AwardAcceptance.REASON, reason.getValue());
                ask(
                        "decline",
                        offer,
                        facts(offer).fact(getTranslation("ledger.acceptance.reason"), why),
                        () -> acceptance.decline(offer.bid().id(), why));
            } catch (ValidationFailed failed) {
                errors.show(failed.problems());
            }
        });
        Section form =
                new Section(errors, new H2(getTranslation("ledger.acceptance.declineTitle")), reason, new Div(decline));
        form.addClassNames("card", "stack");
        form.getElement().setAttribute("aria-label", getTranslation("ledger.acceptance.declineTitle"));
        return form;
    }

    private Facts facts(AwardOffer offer) {
        return new Facts()
                .fact(
                        getTranslation("ledger.release.collaboration"),
                        offer.bid().collaborationName())
                .fact(getTranslation("ledger.acceptance.award"), offer.amount().format());
    }

    private void ask(String step, AwardOffer offer, Component answers, Runnable act) {
        String key = "ledger.acceptance." + step;
        new CheckDialog(
                        getTranslation(key + ".ask"),
                        answers,
                        getTranslation(key + ".next"),
                        getTranslation(key + ".verb", offer.amount()),
                        () -> {
                            act.run();
                            Refusals.done(getTranslation(key + ".done"));
                            goToCase(offer.bid().id());
                        })
                .open();
    }

    private static Paragraph hint(String text) {
        Paragraph hint = new Paragraph(text);
        hint.addClassName("hint");
        return hint;
    }
}
