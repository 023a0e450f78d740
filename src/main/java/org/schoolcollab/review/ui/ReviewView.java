package org.schoolcollab.review.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.PlanOnScreen;
import org.schoolcollab.bid.PlanPlaceNames;
import org.schoolcollab.review.AdviserHasAnInterest;
import org.schoolcollab.review.AdviserInterest;
import org.schoolcollab.review.PlanReview;
import org.schoolcollab.review.Recommendation.Verdict;
import org.schoolcollab.review.RecommendationQueries;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.review.ReviewIsWithAnother;
import org.schoolcollab.review.Rubric;
import org.schoolcollab.review.SecondView;
import org.schoolcollab.review.SecondViewRefused;
import org.schoolcollab.review.SecondViews;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.LeaveDialog;
import org.schoolcollab.shell.Refusals;

/** The adviser reviews a plan: checklist and judgement on the left, the plan beside them. */
@Route("bids/:bidId/review")
@RolesAllowed({Roles.ADVISER, Roles.ADMINISTRATOR})
public class ReviewView extends BidPage implements BeforeLeaveObserver {

    private final transient BidQueries bids;
    private final transient PlanReview review;
    private final transient PlanOnScreen plans;
    private final transient PlanPlaceNames places;
    private final transient RecommendationQueries recommendations;
    private final transient SecondViews secondViews;
    private final transient AdviserInterest interest;
    private final transient CurrentUser currentUser;
    private final ErrorSummary errors = new ErrorSummary();
    private final Div content = new Div();
    private @Nullable BidSummary bid;
    private @Nullable ReviewForm form;
    private @Nullable ReviewSaving saving;

    ReviewView(
            BidQueries bids,
            PlanReview review,
            PlanOnScreen plans,
            PlanPlaceNames places,
            RecommendationQueries recommendations,
            SecondViews secondViews,
            AdviserInterest interest,
            CurrentUser currentUser) {
        this.bids = bids;
        this.review = review;
        this.plans = plans;
        this.places = places;
        this.recommendations = recommendations;
        this.secondViews = secondViews;
        this.interest = interest;
        this.currentUser = currentUser;
        add(content);
    }

    @Override
    protected void open(BidId id, BeforeEnterEvent event) {
        BidSummary shown = bids.summary(id);
        bid = shown;
        saving = null;
        content.removeAll();
        errors.clear();
        title(getTranslation("review.title", shown.collaborationName()));
        subtitle(getTranslation(
                "review.subtitle", shown.roundName(), shown.districtName(), shown.memberCount(), shown.revision()));
        if (!currentUser.actor().has(Role.ADVISER) && currentUser.actor().has(Role.ADMINISTRATOR)) {
            notice(id, getTranslation("review.forAdviser", shown.districtName()));
            return;
        }
        if (showsSecondView(shown)) {
            return;
        }
        ReviewDraft draft;
        Rubric rubric;
        try {
            draft = review.draft(id);
            rubric = review.rubric(id);
        } catch (AdviserHasAnInterest | BidNotInStage | ReviewIsWithAnother | SecondViewRefused refused) {
            notice(id, Refusals.sentence(this, refused));
            return;
        }
        ReviewForm fields = new ReviewForm(shown, rubric, draft, places.of(id), errors);
        form = fields;
        ReviewSaving kept = new ReviewSaving(review, id, fields, draft, errors);
        saving = kept;
        Div state = new Div(kept);
        state.addClassName("form-buttons");
        Section left = new Section(errors, fields, state, buttons(kept), new Div(new DeclareInterest(shown, interest)));
        left.addClassNames("card", "review-form");
        left.getElement().setAttribute("aria-label", getTranslation("review.form"));
        show(left, new PlanBeside(shown, plans, recommendations.all(id)));
    }

    private void show(Section left, Section right) {
        Div both = new Div(left, right);
        both.addClassName("split");
        content.add(both);
    }

    /** Shows the form for a second view to whoever is asked for one. */
    private boolean showsSecondView(BidSummary shown) {
        Optional<SecondView> asked;
        try {
            asked = secondViews.askedOfMe(shown.id());
        } catch (AdviserHasAnInterest refused) {
            return false;
        }
        asked.ifPresent(view -> {
            Section left = new Section(
                    new SecondViewForm(view, (agrees, words) -> {
                        boolean back = secondViews.give(shown.id(), agrees, words);
                        Refusals.done(getTranslation(
                                back ? "review.second.done" : "review.second.yours", view.askedByName()));
                        goToCase(shown.id());
                    }),
                    ReviewTab.toRead(shown, secondViews.toJudge(shown.id())),
                    new Div(new DeclareInterest(shown, interest)));
            left.addClassNames("card", "stack");
            left.getElement().setAttribute("aria-label", getTranslation("review.second.title"));
            show(left, new PlanBeside(shown, plans, recommendations.all(shown.id())));
        });
        return asked.isPresent();
    }

    private void notice(BidId id, String words) {
        Paragraph sentence = new Paragraph(words);
        sentence.addClassName("notice");
        content.add(sentence, new Anchor(address(id), getTranslation("review.toCase")));
    }

    private Div buttons(ReviewSaving kept) {
        Button recommend = new Button(getTranslation("review.recommend"), e -> check(Verdict.RECOMMENDED));
        recommend.addThemeVariants(ButtonVariant.PRIMARY);
        Button giveBack = new Button(getTranslation("review.return"), e -> check(Verdict.RETURNED));
        Button save = new Button(
                getTranslation("review.save"),
                e -> typed(draft -> {
                    if (kept.save()) {
                        Refusals.done(getTranslation("review.saved"));
                    }
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

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        ReviewSaving kept = saving;
        if (kept == null || kept.isClean()) {
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
        new LeaveDialog(kept::save, leave::proceed).open();
    }

    private void check(Verdict verdict) {
        typed(draft -> {
            ReviewSaving kept = Objects.requireNonNull(saving);
            if (!kept.save()) {
                return;
            }
            if (!kept.showsAll()) {
                Refusals.done(getTranslation("review.saving.more"));
                UI.getCurrent().refreshCurrentRoute(false);
                return;
            }
            List<ValidationFailed.Problem> gaps = review.gaps(id(), draft, verdict);
            if (!gaps.isEmpty()) {
                throw new ValidationFailed(gaps);
            }
            if (verdict == Verdict.RECOMMENDED) {
                boolean second = secondViews.isMissing(id(), draft);
                (second ? dialogs().secondView(draft) : dialogs().recommend(draft)).open();
            } else {
                dialogs().giveBack(draft).open();
            }
        });
    }

    private ReviewDialogs dialogs() {
        return new ReviewDialogs(this, Objects.requireNonNull(bid), review, secondViews);
    }

    private BidId id() {
        return Objects.requireNonNull(bid).id();
    }
}
