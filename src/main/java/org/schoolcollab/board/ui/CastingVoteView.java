package org.schoolcollab.board.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.BallotCount.Outcome;
import org.schoolcollab.board.BallotPaper;
import org.schoolcollab.board.BallotState;
import org.schoolcollab.board.BoardQueries;
import org.schoolcollab.board.CastingVote;
import org.schoolcollab.board.Tally;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.review.RecommendationOnScreen;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.Refusals;

/** The chair sees a tie and breaks it. */
@Route("bids/:bidId/casting-vote")
@RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
public class CastingVoteView extends BidPage {

    private final transient BidQueries bids;
    private final transient BoardQueries board;
    private final transient CastingVote castingVote;
    private final transient RecommendationOnScreen recommendations;

    CastingVoteView(
            BidQueries bids, BoardQueries board, CastingVote castingVote, RecommendationOnScreen recommendations) {
        this.bids = bids;
        this.board = board;
        this.castingVote = castingVote;
        this.recommendations = recommendations;
    }

    @Override
    protected void open(BidId id, BeforeEnterEvent event) {
        BidSummary bid = bids.summary(id);
        title(getTranslation("board.casting.title", bid.collaborationName()));
        subtitle(getTranslation(
                "board.subtitle", bid.boardAreaName(), bid.roundName(), bid.districtName(), bid.memberCount()));
        BallotState state;
        try {
            state = board.papers(id);
            castingVote.checkMayGive(id);
        } catch (AccessRefused | NotFound refused) {
            throw refused;
        } catch (BusinessRuleViolation refused) {
            add(BallotParts.instead(id, Refusals.sentence(this, refused)));
            return;
        }
        Tally tally = state.tally();
        if (state.outcome() != Outcome.TIED || tally == null) {
            add(BallotParts.instead(id, getTranslation("error.board.noTie")));
            return;
        }
        PaperForm form = new PaperForm(
                getTranslation("board.vote.question"), state.amount(), VoteChoice.APPROVE, VoteChoice.REFUSE);
        Button check = new Button(
                getTranslation("board.casting.check"),
                e -> form.read(paper -> dialog(bid, form, paper).open()));
        check.addThemeVariants(ButtonVariant.PRIMARY);
        form.add(check);
        Section ballot = new Section(
                new Paragraph(getTranslation("board.casting.why", tally.approvals(), state.amount())),
                BallotParts.counts(tally),
                form);
        ballot.addClassNames("card", "stack");
        ballot.getElement().setAttribute("aria-label", getTranslation("board.vote.ballot"));
        Section papers = new Section(recommendations.latest(bid));
        papers.addClassName("card");
        papers.getElement().setAttribute("aria-label", getTranslation("board.papers"));
        Div both = new Div(ballot, papers);
        both.addClassName("split");
        add(both);
    }

    private CheckDialog dialog(BidSummary bid, PaperForm form, BallotPaper paper) {
        return new CheckDialog(
                getTranslation("board.casting.check.title"),
                form.facts(paper),
                getTranslation(
                        paper.choice() == VoteChoice.APPROVE
                                ? "board.casting.next.APPROVE"
                                : "board.casting.next.REFUSE"),
                form.words(paper.choice()),
                () -> {
                    castingVote.give(bid.id(), paper.choice(), paper.reason());
                    Refusals.done(getTranslation("board.casting.done"));
                    goToCase(bid.id());
                });
    }
}
