package org.schoolcollab.review.ui;

import com.vaadin.flow.component.Component;
import java.util.Objects;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.review.PlanReview;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.review.SecondViews;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Refusals;

/** What an adviser checks before a review ends: the answers, and what happens next. */
final class ReviewDialogs {

    private final Component page;
    private final BidSummary bid;
    private final PlanReview review;
    private final SecondViews secondViews;

    ReviewDialogs(Component page, BidSummary bid, PlanReview review, SecondViews secondViews) {
        this.page = page;
        this.bid = bid;
        this.review = review;
        this.secondViews = secondViews;
    }

    CheckDialog recommend(ReviewDraft draft) {
        Money recommended = Objects.requireNonNull(draft.recommended());
        String amount = recommended.format();
        Facts answers = new Facts()
                .fact(page.getTranslation("review.requested"), bid.requested().format())
                .fact(page.getTranslation("review.form.recommended"), amount)
                .fact(page.getTranslation("review.amount"), AmountsInWords.both(page, recommended, bid))
                .fact(page.getTranslation("review.form.comment"), draft.comment());
        if (!draft.conditions().isBlank()) {
            answers.fact(page.getTranslation("review.form.conditions"), draft.conditions());
        }
        return new CheckDialog(
                page.getTranslation("review.recommend.title"),
                answers,
                page.getTranslation("review.recommend.next", bid.areaName()),
                page.getTranslation("review.recommend.verb", amount),
                () -> {
                    review.recommend(bid.id(), draft);
                    Refusals.done(page.getTranslation("review.recommend.done", amount, bid.areaName()));
                    BidPage.goToCase(bid.id());
                });
    }

    /** A recommendation that does not bind yet: it goes to a second adviser first. */
    CheckDialog secondView(ReviewDraft draft) {
        String amount = Objects.requireNonNull(draft.recommended()).format();
        return new CheckDialog(
                page.getTranslation("review.second.ask.title"),
                new Facts()
                        .fact(page.getTranslation("review.form.recommended"), amount)
                        .fact(page.getTranslation("review.form.comment"), draft.comment()),
                page.getTranslation("review.second.ask.next"),
                page.getTranslation("review.second.ask.verb", amount),
                () -> {
                    String second = secondViews.ask(bid.id(), draft);
                    Refusals.done(page.getTranslation("review.second.ask.done", second));
                    BidPage.goToCase(bid.id());
                });
    }

    CheckDialog giveBack(ReviewDraft draft) {
        return new CheckDialog(
                page.getTranslation("review.return.title"),
                new PointTable(draft.points()),
                page.getTranslation("review.return.next", bid.collaborationName()),
                page.getTranslation("review.return.verb"),
                () -> {
                    review.returnForChanges(bid.id(), draft);
                    Refusals.done(page.getTranslation("review.return.done", bid.collaborationName()));
                    BidPage.goToCase(bid.id());
                });
    }
}
