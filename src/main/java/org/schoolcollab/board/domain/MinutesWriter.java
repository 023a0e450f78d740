package org.schoolcollab.board.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.schoolcollab.audit.BidHistory;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.Attendance;
import org.schoolcollab.board.ItemOutcome;
import org.schoolcollab.board.Meeting;
import org.schoolcollab.board.MeetingKind;
import org.schoolcollab.board.Tally;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.paper.Paper;
import org.schoolcollab.paper.Wording;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.shell.Dates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the minutes of a meeting from what was recorded: who was there, and of each item what was proposed, voted and decided. */
@Component
public class MinutesWriter {

    /** Who led an item, by which act, as the audit trail calls it. */
    private record Led(PersonId by, Instant at, String act) {}

    private final Meetings meetings;
    private final Agendas agendas;
    private final Ballots ballots;
    private final Referrals referrals;
    private final BidRegister bids;
    private final BidHistory history;
    private final People people;
    private final Wording words;

    MinutesWriter(
            Meetings meetings,
            Agendas agendas,
            Ballots ballots,
            Referrals referrals,
            BidRegister bids,
            BidHistory history,
            People people,
            Wording words) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.ballots = ballots;
        this.referrals = referrals;
        this.bids = bids;
        this.history = history;
        this.people = people;
        this.words = words;
    }

    @Transactional(readOnly = true)
    public Paper write(Meeting meeting) {
        Instant closes = meeting.closesAt();
        boolean written = closes != null && meeting.kind() == MeetingKind.WRITTEN;
        Paper.Writer paper = new Paper.Writer(words.getTranslation(
                written ? "board.minutes.title.written" : "board.minutes.title",
                meeting.areaName(),
                Dates.day(meeting.startsAt())));
        if (closes != null) {
            paper.facts(List.of(
                    List.of(words.getTranslation("board.minutes.from"), Dates.moment(meeting.startsAt())),
                    List.of(words.getTranslation("board.minutes.until"), Dates.moment(closes))));
        } else {
            paper.facts(List.of(
                    List.of(words.getTranslation("board.minutes.date"), Dates.moment(meeting.startsAt())),
                    List.of(words.getTranslation("board.minutes.place"), meeting.place())));
            attendance(meeting, paper);
        }
        List<Agendas.Item> items = agendas.of(meeting.id());
        if (items.isEmpty()) {
            paper.paragraph(words.getTranslation("board.minutes.noItems"));
        }
        for (int i = 0; i < items.size(); i++) {
            item(i + 1, items.get(i), meeting, paper);
        }
        return paper.paper();
    }

    private void attendance(Meeting meeting, Paper.Writer paper) {
        paper.heading(words.getTranslation("board.attendance.title"));
        Map<PersonId, Attendance> noted = meetings.attendance(meeting.id());
        List<List<String>> rows = new ArrayList<>();
        for (Attendance attendance : Attendance.values()) {
            String names = noted.entrySet().stream()
                    .filter(entry -> entry.getValue() == attendance)
                    .map(entry -> nameOf(entry.getKey()))
                    .sorted()
                    .collect(Collectors.joining("\n"));
            rows.add(List.of(
                    words.getTranslation("enum.Attendance." + attendance),
                    names.isEmpty() ? words.getTranslation("board.minutes.nobody") : names));
        }
        paper.facts(rows);
    }

    private void item(int number, Agendas.Item item, Meeting meeting, Paper.Writer paper) {
        String board = meeting.areaName();
        BidSummary bid = bids.get(item.bid());
        paper.heading(words.getTranslation("board.agenda.item", number, bid.collaborationName()));
        Optional<Ballot> ballot = ballots.find(item.ballot());
        List<List<String>> facts = new ArrayList<>();
        facts.add(
                List.of(words.getTranslation("board.requested"), bid.requested().format()));
        ballot.ifPresent(voted -> proposal(voted, facts));
        leader(bid, item, board, ballot)
                .filter(led -> isInThePlaceOfTheChair(bid, led))
                .ifPresent(led -> facts.add(List.of(
                        words.getTranslation("board.minutes.led"),
                        words.getTranslation("board.minutes.led.instead", nameOf(led.by())))));
        facts.add(List.of(words.getTranslation("board.minutes.aside"), interests(item)));
        paper.facts(facts);
        ballot.ifPresent(voted -> votes(bid, voted, paper));
        paper.paragraph(decision(bid, item, board, ballot));
        paper.paragraph(item.words());
        ballot.map(MinutesWriter::reasons).filter(reasons -> !reasons.isEmpty()).ifPresent(reasons -> {
            paper.paragraph(words.getTranslation("board.minutes.against"));
            paper.bullets(reasons);
        });
    }

    /** Who put the item to the vote, sent it back or passed it on; nobody where it was withdrawn or not reached. */
    private Optional<Led> leader(BidSummary bid, Agendas.Item item, String board, Optional<Ballot> ballot) {
        return switch (item.outcome()) {
            case DEFERRED, PASSED ->
                referral(bid, item, board)
                        .map(kept ->
                                new Led(kept.by(), kept.at(), kept.isDeferral() ? "board.deferred" : "board.passed"));
            case null, default ->
                ballot.map(voted -> new Led(voted.openedBy(), voted.openedAt(), "board.ballotOpened"));
        };
    }

    /** What counts is the office in which they led: the chair may have passed to somebody else since, or to them. */
    private boolean isInThePlaceOfTheChair(BidSummary bid, Led led) {
        return history.roleIn(bid.id().value(), led.act(), led.by(), led.at())
                .filter(role -> !role.equals(Role.BOARD_CHAIR.name()))
                .isPresent();
    }

    /** How this item of this board left it: the last one that was made when it was settled. */
    private Optional<Referrals.Kept> referral(BidSummary bid, Agendas.Item item, String board) {
        Instant settled = item.settledAt();
        return referrals.of(bid.id()).stream()
                .filter(kept -> kept.isDeferral() == (item.outcome() == ItemOutcome.DEFERRED))
                .filter(kept -> kept.fromArea().equals(board))
                .filter(kept -> settled == null || !kept.at().isAfter(settled))
                .findFirst();
    }

    private void proposal(Ballot ballot, List<List<String>> facts) {
        facts.add(List.of(words.getTranslation("board.toVote"), ballot.amount().format()));
        if (!ballot.terms().conditions().isEmpty()) {
            facts.add(List.of(
                    words.getTranslation("board.ballot.conditions"),
                    ballot.terms().conditions()));
        }
        Integer first = ballot.terms().firstPercent();
        if (first != null) {
            facts.add(List.of(
                    words.getTranslation("board.ballot.firstPercent"), words.getTranslation("board.percent", first)));
        }
        Tally tally = ballot.tally();
        facts.add(List.of(
                words.getTranslation("board.quorum"),
                words.getTranslation("board.minutes.quorum", tally.quorum(), tally.eligible())));
        facts.add(List.of(
                words.getTranslation("board.rules.majority"),
                words.getTranslation("enum.Majority." + tally.rule().majority())));
    }

    private String interests(Agendas.Item item) {
        List<Agendas.NamedInterest> named = agendas.interestsIn(item.id());
        return named.isEmpty()
                ? words.getTranslation("board.minutes.nobody")
                : named.stream()
                        .map(who -> words.getTranslation(
                                "board.tab.recusedBecause",
                                who.person(),
                                words.getTranslation("enum.Interest." + who.interest())))
                        .collect(Collectors.joining("\n"));
    }

    private void votes(BidSummary bid, Ballot ballot, Paper.Writer paper) {
        Tally tally = ballot.tally();
        List<List<String>> rows = new ArrayList<>(List.of(
                row(VoteChoice.APPROVE, tally.approvals()),
                row(VoteChoice.REFUSE, tally.refusals()),
                row(VoteChoice.ABSTAIN, tally.abstentions())));
        paper.table(
                words.getTranslation("board.minutes.votes", bid.collaborationName()),
                List.of(words.getTranslation("board.counts.vote"), words.getTranslation("board.counts.number")),
                rows);
        Ballot.Casting casting = ballot.casting();
        if (casting != null) {
            paper.paragraph(words.getTranslation(
                    "board.minutes.casting",
                    nameOf(casting.chair()),
                    words.getTranslation("enum.VoteChoice." + casting.choice())));
        }
    }

    private List<String> row(VoteChoice choice, int number) {
        return List.of(words.getTranslation("enum.VoteChoice." + choice), Integer.toString(number));
    }

    private String decision(BidSummary bid, Agendas.Item item, String board, Optional<Ballot> ballot) {
        ItemOutcome outcome = item.outcome();
        if (outcome == null) {
            return "";
        }
        boolean part = ballot.filter(voted -> bid.requested().isMoreThan(voted.amount()))
                .isPresent();
        return words.getTranslation(
                "board.minutes.decision." + outcome + (outcome == ItemOutcome.APPROVED && part ? ".part" : ""),
                ballot.map(voted -> voted.amount().format()).orElse(""),
                bid.requested().format(),
                outcome == ItemOutcome.PASSED
                        ? referral(bid, item, board)
                                .flatMap(kept -> Optional.ofNullable(kept.toArea()))
                                .orElse("")
                        : "");
    }

    /** Why members refused, without their names. */
    private static List<String> reasons(Ballot ballot) {
        return ballot.votes().stream()
                .filter(vote ->
                        vote.choice() == VoteChoice.REFUSE && ballot.voters().contains(vote.person()))
                .map(Ballot.Vote::reason)
                .filter(reason -> !reason.isBlank())
                .distinct()
                .toList();
    }

    private String nameOf(PersonId person) {
        return people.find(person).map(People.Person::displayName).orElse(person.toString());
    }
}
