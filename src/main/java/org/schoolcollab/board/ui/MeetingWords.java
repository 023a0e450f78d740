package org.schoolcollab.board.ui;

import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import org.schoolcollab.board.AgendaItem;
import org.schoolcollab.board.BallotState;
import org.schoolcollab.board.ItemOutcome;
import org.schoolcollab.board.Meeting;
import org.schoolcollab.board.MeetingId;
import org.schoolcollab.board.MeetingKind;
import org.schoolcollab.board.MeetingStatus;
import org.schoolcollab.board.Tally;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.StatusBadge;
import org.schoolcollab.shell.StatusBadge.Tone;

/** How the screens of the board speak about meetings and their items. */
final class MeetingWords {

    private MeetingWords() {}

    static String address(MeetingId id) {
        return "meetings/" + id;
    }

    static String address(MeetingId id, int item) {
        return address(id) + "/items/" + item;
    }

    static String title(Component owner, Meeting meeting) {
        return owner.getTranslation(
                meeting.kind() == MeetingKind.MEETING ? "board.meeting.title" : "board.meeting.title.written",
                meeting.areaName(),
                Dates.day(meeting.startsAt()));
    }

    /** When and where, as one line. */
    static String when(Component owner, Meeting meeting) {
        Instant closes = meeting.closesAt();
        return closes == null
                ? owner.getTranslation("board.meeting.when", Dates.moment(meeting.startsAt()), meeting.place())
                : owner.getTranslation(
                        "board.meeting.when.written", Dates.moment(meeting.startsAt()), Dates.moment(closes));
    }

    static StatusBadge badge(Component owner, MeetingStatus status) {
        return new StatusBadge(
                owner.getTranslation("enum.MeetingStatus." + status),
                switch (status) {
                    case PLANNED -> Tone.NEUTRAL;
                    case OPEN -> Tone.ACCENT;
                    case CLOSED -> Tone.WARN;
                    case SIGNED -> Tone.GOOD;
                });
    }

    /** How an item stands. */
    static StatusBadge badge(Component owner, AgendaItem item) {
        ItemOutcome outcome = item.outcome();
        BallotState ballot = item.ballot();
        if (outcome == null) {
            return ballot == null
                    ? new StatusBadge(owner.getTranslation("board.item.waiting"), Tone.NEUTRAL)
                    : BallotParts.badge(ballot);
        }
        if (outcome == ItemOutcome.APPROVED && ballot != null) {
            boolean part = item.bid().requested().isMoreThan(ballot.amount());
            return new StatusBadge(
                    owner.getTranslation(part ? "board.item.approvedPart" : "board.item.approved", ballot.amount()),
                    Tone.GOOD);
        }
        return new StatusBadge(
                owner.getTranslation("enum.ItemOutcome." + outcome),
                outcome == ItemOutcome.REFUSED ? Tone.BAD : Tone.NEUTRAL);
    }

    /** The votes in short; empty until they are counted. */
    static String votes(Component owner, AgendaItem item) {
        BallotState ballot = item.ballot();
        Tally tally = ballot == null ? null : ballot.tally();
        if (ballot == null || tally == null) {
            return ballot != null && ballot.isOpen()
                    ? owner.getTranslation("board.item.voted", ballot.voted(), ballot.eligible())
                    : "";
        }
        String votes = owner.getTranslation(
                "board.item.votes",
                tally.approvals(),
                tally.refusals(),
                tally.abstentions(),
                ballot.recused().size());
        return ballot.castingChoice() == null
                ? votes
                : votes + owner.getTranslation("board.item.votes.casting." + ballot.castingChoice());
    }

    /** Who takes no part and why, by name. */
    static String interests(Component owner, AgendaItem item) {
        return item.interests().isEmpty()
                ? owner.getTranslation("board.item.noInterest")
                : item.interests().stream()
                        .map(recused -> owner.getTranslation(
                                "board.tab.recusedBecause",
                                recused.name(),
                                owner.getTranslation("enum.Interest." + Objects.requireNonNull(recused.interest()))))
                        .collect(Collectors.joining("; "));
    }
}
