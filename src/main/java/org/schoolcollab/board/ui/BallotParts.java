package org.schoolcollab.board.ui;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.board.BallotCount.Outcome;
import org.schoolcollab.board.BallotState;
import org.schoolcollab.board.Tally;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.StatusBadge;
import org.schoolcollab.shell.StatusBadge.Tone;

/** What several screens show of a ballot. */
final class BallotParts {

    private BallotParts() {}

    /** A sentence instead of a form, with the way back to the case. */
    static Div instead(BidId bid, String sentence) {
        Paragraph words = new Paragraph(sentence);
        words.addClassName("notice");
        Div box = new Div();
        box.addClassName("stack");
        box.add(words, new Anchor(BidPage.address(bid), box.getTranslation("board.toCase")));
        return box;
    }

    /** The outcome in words. */
    static StatusBadge badge(BallotState state) {
        String words = new Div().getTranslation("board.outcome." + state.outcome(), state.amount());
        return new StatusBadge(words, tone(state.outcome()));
    }

    private static Tone tone(Outcome outcome) {
        return switch (outcome) {
            case OPEN -> Tone.ACCENT;
            case APPROVED -> Tone.GOOD;
            case REFUSED -> Tone.BAD;
            case TIED, UNFUNDED, INQUORATE -> Tone.WARN;
            case VOID -> Tone.NEUTRAL;
        };
    }

    /** What was put to the vote, how many have voted, and once it is counted how. */
    static void addTo(HasComponents card, BallotState state) {
        Div words = new Div();
        Facts facts = new Facts()
                .fact(words.getTranslation("board.toVote"), state.amount().format())
                .fact(
                        words.getTranslation("board.voted"),
                        words.getTranslation("board.votedOf", state.voted(), state.eligible()))
                .fact(words.getTranslation("board.quorum"), Integer.toString(state.quorum()));
        addTerms(facts, state);
        Instant closes = state.closesAt();
        if (closes != null && state.isOpen()) {
            facts.fact(words.getTranslation("board.closes"), Dates.moment(closes));
        }
        VoteChoice casting = state.castingChoice();
        if (casting != null) {
            facts.fact(words.getTranslation("board.casting"), words.getTranslation("enum.VoteChoice." + casting));
        }
        card.add(facts);
        Tally tally = state.tally();
        card.add(tally == null ? new Paragraph(words.getTranslation("board.hidden")) : counts(tally));
    }

    /** Conditions and first instalment, where something was set. */
    static void addTerms(Facts facts, BallotState state) {
        if (!state.conditions().isEmpty()) {
            Span conditions = new Span(state.conditions());
            conditions.addClassName("own-words");
            facts.fact(facts.getTranslation("board.ballot.conditions"), conditions);
        }
        Integer first = state.firstPercent();
        if (first != null) {
            facts.fact(facts.getTranslation("board.ballot.firstPercent"), facts.getTranslation("board.percent", first));
        }
    }

    /** The counted votes. */
    static DataTable counts(Tally tally) {
        Div words = new Div();
        DataTable table = new DataTable(
                words.getTranslation("board.counts"),
                Column.text(words.getTranslation("board.counts.vote")),
                Column.number(words.getTranslation("board.counts.number")));
        table.row(words.getTranslation("enum.VoteChoice." + VoteChoice.APPROVE), Integer.toString(tally.approvals()));
        table.row(words.getTranslation("enum.VoteChoice." + VoteChoice.REFUSE), Integer.toString(tally.refusals()));
        table.row(words.getTranslation("enum.VoteChoice." + VoteChoice.ABSTAIN), Integer.toString(tally.abstentions()));
        table.sums(words.getTranslation("board.counts.sum"), Integer.toString(tally.votes()));
        return table;
    }
}
