package org.schoolcollab.board.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.PlanOnScreen;
import org.schoolcollab.board.BallotPaper;
import org.schoolcollab.board.BallotState;
import org.schoolcollab.board.BoardQueries;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.board.Voting;
import org.schoolcollab.review.RecommendationOnScreen;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Refusals;

/** A member of the board reads the papers and votes. Members with an interest see a sentence and no ballot. */
@Route("bids/:bidId/vote")
@RolesAllowed({Roles.BOARD_MEMBER, Roles.BOARD_CHAIR})
public class VoteView extends BidPage {

    private final transient BidQueries bids;
    private final transient BoardQueries board;
    private final transient Voting voting;
    private final transient PlanOnScreen plans;
    private final transient RecommendationOnScreen recommendations;

    VoteView(
            BidQueries bids,
            BoardQueries board,
            Voting voting,
            PlanOnScreen plans,
            RecommendationOnScreen recommendations) {
        this.bids = bids;
        this.board = board;
        this.voting = voting;
        this.plans = plans;
        this.recommendations = recommendations;
    }

    @Override
    protected void open(BidId id, BeforeEnterEvent event) {
        BidSummary bid = bids.summary(id);
        title(getTranslation("board.vote.title", bid.collaborationName()));
        subtitle(getTranslation(
                "board.subtitle", bid.boardAreaName(), bid.roundName(), bid.districtName(), bid.memberCount()));
        BallotState state;
        try {
            state = board.papers(id);
        } catch (AccessRefused | NotFound refused) {
            throw refused;
        } catch (BusinessRuleViolation refused) {
            add(BallotParts.instead(id, Refusals.sentence(this, refused)));
            if (voting.amIAsked(id)) {
                add(stepAside(bid));
            }
            return;
        }
        Section papers = new Section(recommendations.latest(bid), plans.readOnly(bid));
        papers.addClassNames("card", "stack");
        papers.getElement().setAttribute("aria-label", getTranslation("board.papers"));
        Section ballot = new Section(facts(bid, state), form(bid, state));
        ballot.addClassNames("card", "stack");
        ballot.getElement().setAttribute("aria-label", getTranslation("board.vote.ballot"));
        Div both = new Div(ballot, papers);
        both.addClassName("split");
        add(both);
    }

    private Facts facts(BidSummary bid, BallotState state) {
        Facts facts = new Facts()
                .fact(getTranslation("board.toVote"), state.amount().format())
                .fact(getTranslation("board.requested"), bid.requested().format())
                .fact(getTranslation("board.guide"), bid.guide().format())
                .fact(
                        getTranslation("board.recommended"),
                        Objects.requireNonNullElse(bid.recommended(), bid.requested())
                                .format())
                .fact(getTranslation("board.voted"), voted(state));
        BallotParts.addTerms(facts, state);
        return facts;
    }

    private String voted(BallotState state) {
        return getTranslation("board.votedOf", state.voted(), state.eligible());
    }

    private Component form(BidSummary bid, BallotState state) {
        if (!state.isOpen()) {
            return BallotParts.instead(bid.id(), getTranslation("board.vote.over"));
        }
        if (board.haveIVoted(bid.id())) {
            return BallotParts.instead(bid.id(), getTranslation("board.vote.have", voted(state)));
        }
        PaperForm form = new PaperForm(getTranslation("board.vote.question"), state.amount(), VoteChoice.values());
        Button check = new Button(
                getTranslation("board.vote.check"),
                e -> form.read(paper -> dialog(bid, form, paper).open()));
        check.addThemeVariants(ButtonVariant.PRIMARY);
        form.add(check, stepAside(bid));
        return form;
    }

    /** For a member with an interest that the portal does not know of, or that arose after the ballot had opened. */
    private Button stepAside(BidSummary bid) {
        Button leave = new Button(
                getTranslation("board.vote.stepAside"),
                e -> new CheckDialog(
                                getTranslation("board.vote.stepAside.title"),
                                new Paragraph(getTranslation("board.vote.stepAside.text")),
                                getTranslation("board.vote.stepAside.next"),
                                getTranslation("board.vote.stepAside.verb"),
                                () -> {
                                    voting.stepAside(bid.id());
                                    Refusals.done(getTranslation("board.vote.stepAside.done"));
                                    goToCase(bid.id());
                                })
                        .open());
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        return leave;
    }

    private CheckDialog dialog(BidSummary bid, PaperForm form, BallotPaper paper) {
        return new CheckDialog(
                getTranslation("board.vote.check.title"),
                form.facts(paper),
                getTranslation("board.vote.next"),
                form.words(paper.choice()),
                () -> {
                    voting.cast(bid.id(), paper.choice(), paper.reason());
                    Refusals.done(getTranslation("board.vote.done", voted(board.papers(bid.id()))));
                    goToCase(bid.id());
                });
    }
}
