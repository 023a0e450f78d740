package org.schoolcollab.board.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import java.util.function.Consumer;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.board.AgendaItem;
import org.schoolcollab.board.BallotCount.Outcome;
import org.schoolcollab.board.BallotEnding;
import org.schoolcollab.board.BallotOpening;
import org.schoolcollab.board.BallotState;
import org.schoolcollab.board.BoardQueries;
import org.schoolcollab.board.CastingVote;
import org.schoolcollab.board.InterestDeclaration;
import org.schoolcollab.board.Referral;
import org.schoolcollab.board.Voting;
import org.schoolcollab.establishment.Area;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Refusals;

/** What a person can do about an item: whoever leads the decision opens and ends the vote or refers the bid, members vote. */
@SpringComponent
class ItemSteps {

    private final BoardQueries board;
    private final BallotOpening opening;
    private final BallotEnding ending;
    private final CastingVote castingVote;
    private final Voting voting;
    private final Referral referral;
    private final InterestDeclaration interests;
    private final CurrentUser currentUser;

    ItemSteps(
            BoardQueries board,
            BallotOpening opening,
            BallotEnding ending,
            CastingVote castingVote,
            Voting voting,
            Referral referral,
            InterestDeclaration interests,
            CurrentUser currentUser) {
        this.board = board;
        this.opening = opening;
        this.ending = ending;
        this.castingVote = castingVote;
        this.voting = voting;
        this.referral = referral;
        this.interests = interests;
        this.currentUser = currentUser;
    }

    /** The steps in an open meeting. */
    Component of(AgendaItem item, Consumer<Money> amountMoved, Runnable refresh) {
        Div steps = new Div();
        steps.addClassName("stack");
        if (!sitsHere(item)) {
            return steps;
        }
        BidId bid = item.bid().id();
        BallotState ballot = item.ballot();
        boolean running = ballot != null && !ballot.isClosed();
        Div row = new Div();
        row.addClassName("row");
        if (ballot != null && ballot.isOpen() && voting.amIAsked(bid)) {
            row.add(new Anchor(BidPage.address(bid) + "/vote", row.getTranslation("board.tab.vote")));
        }
        if (ballot != null && ballot.outcome() == Outcome.TIED && may(() -> castingVote.checkMayGive(bid))) {
            row.add(new Anchor(BidPage.address(bid) + "/casting-vote", row.getTranslation("board.tab.casting")));
        }
        if (ballot != null && ballot.isOpen() && item.leads()) {
            row.add(ItemView.primary(
                    row.getTranslation("board.item.end"),
                    () -> end(item, ballot, refresh).open()));
        }
        if (!running && item.shortage() == null && may(() -> opening.checkMayOpen(bid))) {
            steps.add(proposal(item, amountMoved, refresh));
        }
        if (!running && item.leads()) {
            refer(item, row, refresh);
        }
        if (!running || (ballot != null && ballot.isOpen() && voting.amIAsked(bid))) {
            row.add(declare(item, refresh));
        }
        steps.add(row);
        return steps;
    }

    /** Before the meeting members declare interests. */
    Component beforeTheMeeting(AgendaItem item, Runnable refresh) {
        Div row = new Div();
        row.addClassName("row");
        if (sitsHere(item)) {
            row.add(declare(item, refresh));
        }
        return row;
    }

    /** Where nobody on the board is free of an interest, the chair passes the bid on all the same. */
    Optional<Component> ofWhoTakesNoPart(AgendaItem item, Runnable refresh) {
        Referral.Shortage shortage = item.shortage();
        if (shortage == null
                || shortage.eligible() > 0
                || !currentUser.actor().has(Role.BOARD_CHAIR, item.bid().board())) {
            return Optional.empty();
        }
        Div row = new Div();
        row.addClassName("row");
        refer(item, row, refresh);
        return Optional.of(row);
    }

    private boolean sitsHere(AgendaItem item) {
        return currentUser.actor().has(Role.BOARD_MEMBER, item.bid().board())
                || currentUser.actor().has(Role.BOARD_CHAIR, item.bid().board());
    }

    private Section proposal(AgendaItem item, Consumer<Money> amountMoved, Runnable refresh) {
        Section card = new Section();
        card.addClassNames("card", "stack");
        ProposalForm form = new ProposalForm(item.bid(), board.agenda(item.bid().id()), item.proposed(), amountMoved);
        card.add(
                new H2(card.getTranslation("board.item.proposal")),
                form,
                ItemView.primary(card.getTranslation("board.ballot.open"), () -> form.check(opening, refresh)));
        return card;
    }

    private CheckDialog end(AgendaItem item, BallotState ballot, Runnable refresh) {
        Div words = new Div();
        return new CheckDialog(
                words.getTranslation("board.item.end"),
                new Facts()
                        .fact(
                                words.getTranslation("board.voted"),
                                words.getTranslation("board.votedOf", ballot.voted(), ballot.eligible()))
                        .fact(words.getTranslation("board.quorum"), Integer.toString(ballot.quorum())),
                words.getTranslation("board.item.end.next"),
                words.getTranslation("board.item.end"),
                () -> {
                    ending.end(item.bid().id());
                    Refusals.done(words.getTranslation("board.item.ended"));
                    refresh.run();
                });
    }

    private void refer(AgendaItem item, Div row, Runnable refresh) {
        Referral.Shortage shortage = item.shortage();
        BidId bid = item.bid().id();
        String to = shortage == null ? null : shortage.passTo();
        if (to != null) {
            row.add(new Button(
                    row.getTranslation("board.item.pass"),
                    e -> new WordsDialog(
                                    row.getTranslation("board.item.pass.title"),
                                    row.getTranslation("board.item.pass.reason"),
                                    row.getTranslation(
                                            "board.item.pass.next",
                                            Area.valueOf(to).displayName()),
                                    row.getTranslation("board.item.pass.verb"),
                                    "reason",
                                    words -> {
                                        referral.pass(bid, words);
                                        Refusals.done(row.getTranslation("board.item.passed"));
                                        refresh.run();
                                    })
                            .open()));
        }
        row.add(new Button(
                row.getTranslation("board.item.defer"),
                e -> new WordsDialog(
                                row.getTranslation("board.item.defer.title"),
                                row.getTranslation("board.item.defer.questions"),
                                row.getTranslation("board.item.defer.next"),
                                row.getTranslation("board.item.defer.verb"),
                                "questions",
                                words -> {
                                    referral.defer(bid, words);
                                    Refusals.done(row.getTranslation("board.item.deferred"));
                                    refresh.run();
                                })
                        .open()));
    }

    private Button declare(AgendaItem item, Runnable refresh) {
        Paragraph words = new Paragraph();
        return new Button(
                words.getTranslation("board.vote.stepAside"),
                e -> new WordsDialog(
                                words.getTranslation("board.vote.stepAside.title"),
                                words.getTranslation("board.item.declare.words"),
                                words.getTranslation("board.vote.stepAside.next"),
                                words.getTranslation("board.vote.stepAside.verb"),
                                "words",
                                typed -> {
                                    interests.declare(item.bid().id(), typed);
                                    Refusals.done(words.getTranslation("board.vote.stepAside.done"));
                                    refresh.run();
                                })
                        .open());
    }

    private static boolean may(Runnable check) {
        try {
            check.run();
            return true;
        } catch (BusinessRuleViolation notNow) {
            return false;
        }
    }
}
