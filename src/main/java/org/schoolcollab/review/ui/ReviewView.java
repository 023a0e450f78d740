package org.schoolcollab.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.PlanOnScreen;
import org.schoolcollab.review.AdviserHasAnInterest;
import org.schoolcollab.review.PlanReview;
import org.schoolcollab.review.Recommendation.Verdict;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Refusals;

/** The adviser reviews a plan: checklist and judgement on the left, the plan beside them. */
@Route("bids/:bidId/review")
@RolesAllowed(Roles.ADVISER)
public class ReviewView extends BidPage {

    private final transient BidQueries bids;
    private final transient PlanReview review;
    private final transient PlanOnScreen plans;
    private final ErrorSummary errors = new ErrorSummary();
    private @Nullable BidSummary bid;
    private @Nullable ReviewForm form;

    ReviewView(BidQueries bids, PlanReview review, PlanOnScreen plans) {
        this.bids = bids;
        this.review = review;
        this.plans = plans;
    }

    @Override
    protected void open(BidId id, BeforeEnterEvent event) {
        BidSummary shown = bids.summary(id);
        bid = shown;
        title(getTranslation("review.title", shown.collaborationName()));
        subtitle(getTranslation(
                "review.subtitle", shown.roundName(), shown.districtName(), shown.memberCount(), shown.revision()));
        ReviewDraft draft;
        try {
            draft = review.draft(id);
        } catch (AdviserHasAnInterest | BidNotInStage refused) {
            Paragraph sentence = new Paragraph(Refusals.sentence(this, refused));
            sentence.addClassName("notice");
            add(sentence, new Anchor(address(id), getTranslation("review.toCase")));
            return;
        }
        ReviewForm fields = new ReviewForm(shown, draft, errors);
        form = fields;
        Section left = new Section(errors, fields, buttons());
        left.addClassName("card");
        left.getElement().setAttribute("aria-label", getTranslation("review.form"));
        Section right = new Section(facts(shown), plans.readOnly(shown));
        right.addClassNames("card", "stack");
        right.getElement().setAttribute("aria-label", getTranslation("review.plan"));
        Div both = new Div(left, right);
        both.addClassName("split");
        add(both);
    }

    private static Facts facts(BidSummary bid) {
        Facts facts = new Facts();
        facts.fact(facts.getTranslation("review.requested"), bid.requested().format());
        facts.fact(facts.getTranslation("review.guide"), bid.guide().format());
        facts.fact(facts.getTranslation("review.matched"), bid.matched().format());
        return facts;
    }

    private Div buttons() {
        Button recommend = new Button(getTranslation("review.recommend"), e -> check(Verdict.RECOMMENDED));
        recommend.addThemeVariants(ButtonVariant.PRIMARY);
        Button giveBack = new Button(getTranslation("review.return"), e -> check(Verdict.RETURNED));
        Button save = new Button(
                getTranslation("review.save"),
                e -> typed(draft -> {
                    review.saveDraft(id(), draft);
                    Refusals.done(getTranslation("review.saved"));
                }));
        Div row = new Div(recommend, giveBack, save);
        row.addClassName("row");
        return row;
    }

    private void typed(Consumer<ReviewDraft> step) {
        try {
            ReviewDraft draft = Objects.requireNonNull(form).read();
            errors.clear();
            step.accept(draft);
        } catch (ValidationFailed gaps) {
            errors.show(gaps.problems());
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
        }
    }

    private void check(Verdict verdict) {
        typed(draft -> {
            List<ValidationFailed.Problem> gaps = review.gaps(id(), draft, verdict);
            if (!gaps.isEmpty()) {
                throw new ValidationFailed(gaps);
            }
            if (verdict == Verdict.RECOMMENDED) {
                recommendDialog(draft).open();
            } else {
                returnDialog(draft).open();
            }
        });
    }

    private CheckDialog recommendDialog(ReviewDraft draft) {
        BidSummary shown = Objects.requireNonNull(bid);
        String amount = Objects.requireNonNull(draft.recommended()).format();
        Facts answers = new Facts()
                .fact(getTranslation("review.requested"), shown.requested().format())
                .fact(getTranslation("review.form.recommended"), amount)
                .fact(getTranslation("review.form.comment"), draft.comment());
        if (!draft.conditions().isBlank()) {
            answers.fact(getTranslation("review.form.conditions"), draft.conditions());
        }
        return new CheckDialog(
                getTranslation("review.recommend.title"),
                answers,
                getTranslation("review.recommend.next", shown.areaName()),
                getTranslation("review.recommend.verb", amount),
                () -> {
                    review.recommend(id(), draft);
                    Refusals.done(getTranslation("review.recommend.done", amount, shown.areaName()));
                    goToCase(id());
                });
    }

    private CheckDialog returnDialog(ReviewDraft draft) {
        BidSummary shown = Objects.requireNonNull(bid);
        return new CheckDialog(
                getTranslation("review.return.title"),
                new Facts().fact(getTranslation("review.form.returnReasons"), draft.returnReasons()),
                getTranslation("review.return.next", shown.collaborationName()),
                getTranslation("review.return.verb"),
                () -> {
                    review.returnForChanges(id(), draft);
                    Refusals.done(getTranslation("review.return.done", shown.collaborationName()));
                    goToCase(id());
                });
    }

    private BidId id() {
        return Objects.requireNonNull(bid).id();
    }
}
