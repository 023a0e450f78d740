package org.schoolcollab.board.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.CaseTab;
import org.schoolcollab.board.BallotCount.Outcome;
import org.schoolcollab.board.BallotOpening;
import org.schoolcollab.board.BallotState;
import org.schoolcollab.board.BoardQueries;
import org.schoolcollab.board.CastingVote;
import org.schoolcollab.board.DecisionLetters;
import org.schoolcollab.board.MeetingQueries;
import org.schoolcollab.board.Tally;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.review.Interest;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Facts;

/** The ballot on the case page: who takes no part, how many have voted, and after the count how the board decided. */
@org.springframework.stereotype.Component
class BoardTab implements CaseTab {

    private static final int ORDER = 30;

    private static final List<Role> READERS =
            List.of(Role.BOARD_MEMBER, Role.BOARD_CHAIR, Role.ADMINISTRATOR, Role.AUDITOR);

    private final BoardQueries board;
    private final BallotOpening opening;
    private final CastingVote castingVote;
    private final DecisionLetters letters;
    private final MeetingQueries meetings;
    private final CurrentUser currentUser;

    BoardTab(
            BoardQueries board,
            BallotOpening opening,
            CastingVote castingVote,
            DecisionLetters letters,
            MeetingQueries meetings,
            CurrentUser currentUser) {
        this.board = board;
        this.opening = opening;
        this.castingVote = castingVote;
        this.letters = letters;
        this.meetings = meetings;
        this.currentUser = currentUser;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String key() {
        return "board";
    }

    @Override
    public String titleKey() {
        return "board.tab";
    }

    @Override
    public Component content(BidSummary bid) {
        Div tab = new Div();
        tab.addClassName("stack");
        Optional<Interest> interest = board.interest(bid.id());
        interest.ifPresent(why -> tab.add(notice(tab.getTranslation("error.board.interest." + why))));
        Optional<BallotState> state = board.state(bid.id());
        if (interest.isEmpty() && bid.status() == BidStatus.BEFORE_BOARD) {
            step(tab, bid, state.map(BallotState::outcome)).ifPresent(tab::add);
        }
        meeting(tab, bid).ifPresent(tab::add);
        letters.of(bid.id())
                .ifPresent(letter -> tab.add(
                        new Anchor(BidPage.address(bid.id()) + "/letter", tab.getTranslation("board.tab.letter"))));
        if (state.isPresent()) {
            tab.add(ballot(tab, state.get()));
        } else if (interest.isEmpty()) {
            Paragraph none = new Paragraph(tab.getTranslation("board.tab.none", bid.areaName()));
            none.addClassName("empty");
            tab.add(none);
        }
        return tab;
    }

    /** The way back to the meeting, for who reads the board's meetings. */
    private Optional<Anchor> meeting(Div tab, BidSummary bid) {
        boolean reader = READERS.stream().anyMatch(currentUser.actor()::has);
        return reader
                ? meetings.of(bid.id())
                        .map(meeting -> new Anchor(
                                MeetingWords.address(meeting.id()),
                                tab.getTranslation("board.tab.meeting", MeetingWords.title(tab, meeting))))
                : Optional.empty();
    }

    /** The way to the person's own next step. */
    private Optional<Anchor> step(Div tab, BidSummary bid, Optional<Outcome> outcome) {
        Actor actor = currentUser.actor();
        if (!actor.has(Role.BOARD_CHAIR, bid.board()) && !actor.has(Role.BOARD_MEMBER, bid.board())) {
            return Optional.empty();
        }
        String address = BidPage.address(bid.id());
        if (outcome.isPresent() && outcome.get() == Outcome.OPEN) {
            return board.haveIVoted(bid.id())
                    ? Optional.empty()
                    : Optional.of(new Anchor(address + "/vote", tab.getTranslation("board.tab.vote")));
        }
        if (outcome.isPresent() && outcome.get() == Outcome.TIED) {
            return may(() -> castingVote.checkMayGive(bid.id()))
                    ? Optional.of(new Anchor(address + "/casting-vote", tab.getTranslation("board.tab.casting")))
                    : Optional.empty();
        }
        return may(() -> opening.checkMayOpen(bid.id()))
                ? Optional.of(new Anchor(address + "/ballot", tab.getTranslation("board.tab.open")))
                : Optional.empty();
    }

    private static boolean may(Runnable step) {
        try {
            step.run();
            return true;
        } catch (BusinessRuleViolation notNow) {
            return false;
        }
    }

    private static Div ballot(Div words, BallotState state) {
        Div box = new Div();
        box.addClassName("stack");
        box.add(new H2(words.getTranslation("board.tab.ballot", state.attempt())));
        Facts facts = new Facts()
                .fact(words.getTranslation("board.tab.state"), BallotParts.badge(state))
                .fact(words.getTranslation("board.toVote"), state.amount().format())
                .fact(words.getTranslation("board.tab.opened"), Dates.moment(state.openedAt()))
                .fact(
                        words.getTranslation("board.voted"),
                        words.getTranslation("board.votedOf", state.voted(), state.eligible()))
                .fact(words.getTranslation("board.quorum"), Integer.toString(state.quorum()));
        BallotParts.addTerms(facts, state);
        Instant closed = state.closedAt();
        if (closed != null) {
            facts.fact(words.getTranslation("board.tab.closed"), Dates.moment(closed));
        }
        VoteChoice casting = state.castingChoice();
        if (casting != null) {
            facts.fact(
                    words.getTranslation("board.tab.castingVote"), words.getTranslation("enum.VoteChoice." + casting));
        }
        box.add(facts);
        Tally tally = state.tally();
        box.add(tally == null ? new Paragraph(words.getTranslation("board.hidden")) : BallotParts.counts(tally));
        list(box, "board.tab.reasons", state.refusalReasons());
        list(
                box,
                "board.tab.recused",
                state.recused().stream()
                        .map(recused -> words.getTranslation(
                                "board.tab.recusedBecause",
                                recused.name(),
                                words.getTranslation("enum.Interest." + recused.interest())))
                        .toList());
        return box;
    }

    private static void list(Div box, String headingKey, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        lines.forEach(line -> list.add(new ListItem(line)));
        box.add(new H2(box.getTranslation(headingKey)), list);
    }

    private static Paragraph notice(String sentence) {
        Paragraph words = new Paragraph(sentence);
        words.addClassName("notice");
        return words;
    }
}
