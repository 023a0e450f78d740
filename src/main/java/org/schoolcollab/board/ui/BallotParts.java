package org.schoolcollab.board.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.board.BallotCount.Outcome;
import org.schoolcollab.board.BallotState;
import org.schoolcollab.board.Tally;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
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
