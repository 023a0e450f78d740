package org.schoolcollab.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
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
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Refusals;

/** The adviser reviews a plan: checklist and judgement on the left, the plan beside them. */
@Route("bids/:bidId/review")
@RolesAllowed({Roles.ADVISER, Roles.ADMINISTRATOR})
public class ReviewView extends BidPage {

    private final transient BidQueries bids;
    private final transient PlanReview review;
    private final transient PlanOnScreen plans;
    private final transient PlanPlaceNames places;
    private final transient RecommendationQueries recommendations;
    private final transient SecondViews secondViews;
    private final transient CurrentUser currentUser;
    private final ErrorSummary errors = new ErrorSummary();
    private @Nullable BidSummary bid;
    private @Nullable ReviewForm form;

    ReviewView(
            BidQueries bids,
            PlanReview review,
            PlanOnScreen plans,
            PlanPlaceNames places,
            RecommendationQueries recommendations,
            SecondViews secondViews,
            CurrentUser currentUser) {
        this.bids = bids;
        this.review = review;
        this.plans = plans;
        this.places = places;
        this.recommendations = recommendations;
        this.secondViews = secondViews;
        this.currentUser = currentUser;
    }

    @Override
    protected void open(BidId id, BeforeEnterEvent event) {
        BidSummary shown = bids.summary(id);
        bid = shown;
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
        Section left = new Section(errors, fields, buttons());
        left.addClassName("card");
        left.getElement().setAttribute("aria-label", getTranslation("review.form"));
        Section right = new Section(facts(shown));
        answers(shown).ifPresent(right::add);
        plans.changedSinceLastSubmission(shown)
                .ifPresent(changes -> right.add(new H2(getTranslation("review.changed")), changes));
        right.add(plans.marked(shown));
        right.addClassNames("card", "stack");
        right.getElement().setAttribute("aria-label", getTranslation("review.plan"));
        Div both = new Div(left, right);
        both.addClassName("split");
        add(both);
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
                    ReviewTab.toRead(shown, secondViews.toJudge(shown.id())));
            left.addClassNames("card", "stack");
            left.getElement().setAttribute("aria-label", getTranslation("review.second.title"));
            Section right = new Section(facts(shown), plans.marked(shown));
            right.addClassNames("card", "stack");
            right.getElement().setAttribute("aria-label", getTranslation("review.plan"));
            Div both = new Div(left, right);
            both.addClassName("split");
            add(both);
        });
        return asked.isPresent();
    }

    private void notice(BidId id, String words) {
        Paragraph sentence = new Paragraph(words);
        sentence.addClassName("notice");
        add(sentence, new Anchor(address(id), getTranslation("review.toCase")));
    }

    /** What the return before this revision asked for, and what the lead answered. */
    private Optional<Component> answers(BidSummary bid) {
        return recommendations.all(bid.id()).stream()
                .filter(before -> before.revision() == bid.revision() - 1)
                .filter(before ->
                        before.verdict() == Verdict.RETURNED && !before.points().isEmpty())
                .findFirst()
                .map(before -> {
                    Div box = new Div(new H2(getTranslation("review.answers")), new PointTable(before.points()));
                    box.addClassName("stack");
                    return box;
                });
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
                boolean second = secondViews.isMissing(id(), Objects.requireNonNull(draft.recommended()));
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
