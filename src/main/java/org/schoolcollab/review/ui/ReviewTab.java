package org.schoolcollab.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.CaseTab;
import org.schoolcollab.review.CheckAnswer;
import org.schoolcollab.review.Criterion;
import org.schoolcollab.review.Recommendation;
import org.schoolcollab.review.Recommendation.Verdict;
import org.schoolcollab.review.RecommendationOnScreen;
import org.schoolcollab.review.RecommendationQueries;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.StatusBadge;
import org.schoolcollab.shell.StatusBadge.Tone;

/** Every finished review of a bid to read, the newest first. */
@org.springframework.stereotype.Component
class ReviewTab implements CaseTab, RecommendationOnScreen {

    private static final int ORDER = 20;
    private static final String NOTHING = "–";

    private final RecommendationQueries recommendations;
    private final CurrentUser currentUser;

    ReviewTab(RecommendationQueries recommendations, CurrentUser currentUser) {
        this.recommendations = recommendations;
        this.currentUser = currentUser;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String key() {
        return "review";
    }

    @Override
    public String titleKey() {
        return "review.tab";
    }

    @Override
    public Component content(BidSummary bid) {
        Div tab = new Div();
        tab.addClassName("stack");
        if (bid.status() == BidStatus.IN_REVIEW && currentUser.actor().has(Role.ADVISER, bid.places())) {
            tab.add(new Anchor("bids/" + bid.id() + "/review", tab.getTranslation("review.tab.open")));
        }
        List<Recommendation> all = recommendations.all(bid.id());
        if (all.isEmpty()) {
            Paragraph none = new Paragraph(tab.getTranslation(
                    bid.status() == BidStatus.IN_REVIEW ? "review.tab.with" : "review.tab.none", bid.districtName()));
            none.addClassName("empty");
            tab.add(none);
        }
        all.forEach(one -> tab.add(one(bid, one, true)));
        return tab;
    }

    @Override
    public Component latest(BidSummary bid) {
        return recommendations
                .latest(bid.id())
                .<Component>map(one -> one(bid, one, false))
                .orElseGet(Div::new);
    }

    /** What an adviser filled in, for whoever is to judge it. */
    static Div toRead(BidSummary bid, Recommendation review) {
        return one(bid, review, false);
    }

    private static Div one(BidSummary bid, Recommendation review, boolean withRevision) {
        Div box = new Div();
        box.addClassName("stack");
        box.add(new H2(
                withRevision
                        ? box.getTranslation("review.tab.revision", review.revision())
                        : box.getTranslation("review.tab.recommendation")));
        boolean recommended = review.verdict() == Verdict.RECOMMENDED;
        Money amount = review.recommended();
        Facts facts = new Facts()
                .fact(
                        box.getTranslation("review.tab.verdict"),
                        new StatusBadge(
                                amount == null
                                        ? box.getTranslation("review.tab.returned")
                                        : box.getTranslation("review.tab.recommended", amount),
                                recommended ? Tone.GOOD : Tone.WARN))
                .fact(
                        box.getTranslation("review.tab.by"),
                        box.getTranslation("review.tab.byAt", review.adviserName(), Dates.moment(review.at())));
        if (recommended && review.revision() < bid.revision()) {
            facts.fact(box.getTranslation("review.tab.stands"), box.getTranslation("review.tab.void"));
        }
        if (amount != null) {
            // What an earlier revision asked for is not what the bid asks for now.
            String compared = review.revision() == bid.revision()
                    ? AmountsInWords.both(box, amount, bid)
                    : AmountsInWords.againstGuide(box, amount, bid.guide());
            facts.fact(box.getTranslation("review.amount"), compared);
        }
        if (!review.comment().isEmpty()) {
            facts.fact(box.getTranslation("review.tab.comment"), review.comment());
        }
        if (!review.conditions().isEmpty()) {
            facts.fact(box.getTranslation("review.tab.conditions"), review.conditions());
        }
        review.secondViews()
                .forEach(view -> facts.fact(
                        box.getTranslation("review.second.tab"),
                        box.getTranslation(
                                Boolean.TRUE.equals(view.agrees()) ? "review.second.agreed" : "review.second.differed",
                                view.adviserName(),
                                view.amount(),
                                view.words())));
        box.add(facts);
        if (!review.points().isEmpty()) {
            box.add(new PointTable(review.points()));
        }
        if (!review.said().scores().isEmpty()) {
            box.add(scores(review));
        }
        if (!review.said().checks().isEmpty()) {
            box.add(checks(review));
        }
        return box;
    }

    private static DataTable scores(Recommendation review) {
        Span words = new Span();
        DataTable table = new DataTable(
                words.getTranslation("review.form.scores"),
                Column.text(words.getTranslation("review.tab.criterion")),
                Column.number(
                        words.getTranslation("review.tab.score", review.rubric().top())),
                Column.text(words.getTranslation("review.form.reason")));
        for (Criterion criterion : review.rubric().scores()) {
            ReviewDraft.Score score = review.said().score(criterion);
            Integer given = score.score();
            table.row(
                    CriterionWords.ofScore(words, criterion),
                    given == null ? NOTHING : given.toString(),
                    score.reason().isEmpty() ? NOTHING : score.reason());
        }
        table.sums(
                words.getTranslation("review.tab.sum"),
                words.getTranslation(
                        "review.tab.sumOf",
                        review.sumOfScores(),
                        review.rubric().topSum()),
                "");
        return table;
    }

    private static DataTable checks(Recommendation review) {
        Span words = new Span();
        DataTable table = new DataTable(
                words.getTranslation("review.form.checklist"),
                Column.text(words.getTranslation("review.tab.question")),
                Column.text(words.getTranslation("review.tab.answer")),
                Column.text(words.getTranslation("review.form.note")));
        for (Criterion question : review.rubric().checks()) {
            ReviewDraft.Check check = review.said().check(question);
            CheckAnswer answer = check.answer();
            table.row(
                    CriterionWords.ofCheck(words, question),
                    answer == null ? NOTHING : words.getTranslation("enum.CheckAnswer." + answer),
                    check.note().isEmpty() ? NOTHING : check.note());
        }
        return table;
    }
}
