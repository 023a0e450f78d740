package org.schoolcollab.board.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.Agenda;
import org.schoolcollab.board.BallotOpening;
import org.schoolcollab.board.BallotState;
import org.schoolcollab.board.BoardQueries;
import org.schoolcollab.review.Interest;
import org.schoolcollab.review.RecommendationOnScreen;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Refusals;

/** The chair sees what the decision is about and puts an amount to the vote. */
@Route("bids/:bidId/ballot")
@RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
public class BallotView extends BidPage {

    private final transient BidQueries bids;
    private final transient BoardQueries board;
    private final transient BallotOpening opening;
    private final transient RecommendationOnScreen recommendations;

    BallotView(BidQueries bids, BoardQueries board, BallotOpening opening, RecommendationOnScreen recommendations) {
        this.bids = bids;
        this.board = board;
        this.opening = opening;
        this.recommendations = recommendations;
    }

    @Override
    protected void open(BidId id, BeforeEnterEvent event) {
        BidSummary shown = bids.summary(id);
        title(getTranslation("board.ballot.title", shown.collaborationName()));
        subtitle(getTranslation(
                "board.subtitle", shown.boardAreaName(), shown.roundName(), shown.districtName(), shown.memberCount()));
        try {
            opening.checkMayOpen(id);
        } catch (AccessRefused | NotFound refused) {
            throw refused;
        } catch (BusinessRuleViolation refused) {
            add(BallotParts.instead(id, Refusals.sentence(this, refused)));
            return;
        }
        Agenda agenda = board.agenda(id);
        BallotState last = agenda.last();
        if (last != null) {
            Paragraph why = new Paragraph(
                    getTranslation("board.ballot.last." + last.outcome(), last.amount(), agenda.available()));
            why.addClassNames("notice", "notice-warn");
            add(why);
        }
        EnvelopeBar bar = new EnvelopeBar(shown.roundName(), agenda.given(), agenda.agreed());
        Section form = form(shown, agenda, bar);
        Section papers = new Section(recommendations.latest(shown));
        papers.addClassName("card");
        papers.getElement().setAttribute("aria-label", getTranslation("board.papers"));
        Div both = new Div(form, papers);
        both.addClassName("split");
        add(bar, both);
    }

    private Section form(BidSummary shown, Agenda agenda, EnvelopeBar bar) {
        Money recommended = Objects.requireNonNullElse(shown.recommended(), shown.requested());
        ProposalForm proposal = new ProposalForm(shown, agenda, null, bar::show);
        Button open = new Button(
                getTranslation("board.ballot.open"), e -> proposal.check(opening, () -> goToCase(shown.id())));
        open.addThemeVariants(ButtonVariant.PRIMARY);
        Facts facts = new Facts()
                .fact(getTranslation("board.requested"), shown.requested().format())
                .fact(getTranslation("board.guide"), shown.guide().format())
                .fact(getTranslation("board.recommended"), recommended.format())
                .fact(getTranslation("board.available"), agenda.available().format());
        Section form = new Section(
                facts, new H2(getTranslation("board.ballot.members")), members(agenda), quorum(agenda), proposal, open);
        form.addClassNames("card", "stack");
        form.getElement().setAttribute("aria-label", getTranslation("board.ballot.agenda"));
        return form;
    }

    private DataTable members(Agenda agenda) {
        DataTable table = new DataTable(
                getTranslation("board.ballot.members"),
                Column.text(getTranslation("board.ballot.member")),
                Column.text(getTranslation("board.ballot.part")));
        agenda.members().forEach(member -> table.row(member.name(), part(member.interest())));
        return table;
    }

    private String part(@Nullable Interest interest) {
        return interest == null
                ? getTranslation("board.ballot.votes")
                : getTranslation("board.ballot.recused", getTranslation("enum.Interest." + interest));
    }

    private Paragraph quorum(Agenda agenda) {
        return new Paragraph(getTranslation(
                "board.ballot.quorum", agenda.eligible(), agenda.members().size(), agenda.quorum()));
    }
}
