package org.schoolcollab.board;

import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.domain.AgendaRefused;
import org.schoolcollab.board.domain.Agendas;
import org.schoolcollab.board.domain.Ballot;
import org.schoolcollab.board.domain.Ballots;
import org.schoolcollab.board.domain.BoardRoll;
import org.schoolcollab.board.domain.Meetings;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;

/** The chair or the vice-chair opens a meeting, notes who is there, and closes it. */
@UseCase
public class MeetingConduct {

    private final Meetings meetings;
    private final Agendas agendas;
    private final Ballots ballots;
    private final BidProgress progress;
    private final BoardRoll roll;
    private final RunsMeetings runs;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    MeetingConduct(
            Meetings meetings,
            Agendas agendas,
            Ballots ballots,
            BidProgress progress,
            BoardRoll roll,
            RunsMeetings runs,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.ballots = ballots;
        this.progress = progress;
        this.roll = roll;
        this.runs = runs;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** Opens the meeting; from now on the bids on its agenda can be put to the vote. */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    public void open(MeetingId id) {
        Role role = runs.require(meetings.get(id).areaCode());
        Meeting meeting = meetings.lock(id);
        if (meeting.status() != MeetingStatus.PLANNED) {
            throw AgendaRefused.meetingIs(meeting.status());
        }
        meetings.opened(id, currentUser.actor().id(), clock.instant());
        audit.record(MeetingPlanning.act(meeting, "board.meetingOpened", role));
    }

    /**
     * Notes whether a member came. Apologies may be noted before the meeting, and by the member who sends them.
     *
     * @throws AgendaRefused before the meeting for who came, and after the minutes are signed
     */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    public void note(MeetingId id, PersonId person, Attendance attendance) {
        Meeting before = meetings.get(id);
        Role role = mayNote(before, person, attendance);
        Meeting meeting = meetings.lock(id);
        boolean early = meeting.status() == MeetingStatus.PLANNED && attendance != Attendance.APOLOGIES;
        if (early || meeting.status() == MeetingStatus.SIGNED) {
            throw AgendaRefused.meetingIs(meeting.status());
        }
        People.Person member = roll.people(meeting.areaCode()).stream()
                .filter(candidate -> candidate.id().equals(person))
                .findFirst()
                .orElseThrow(NotFound::new);
        Attendance was = meetings.attendance(id).get(person);
        meetings.note(id, person, attendance, clock.instant());
        audit.record(MeetingPlanning.act(meeting, "board.attendanceNoted", role)
                .with("member", member.displayName())
                .changed("attendance", was, attendance));
    }

    private Role mayNote(Meeting meeting, PersonId person, Attendance attendance) {
        boolean own = currentUser.actor().id().equals(person)
                && attendance == Attendance.APOLOGIES
                && currentUser.actor().has(Role.BOARD_MEMBER, Scope.area(meeting.areaCode()));
        return own ? Role.BOARD_MEMBER : runs.require(meeting.areaCode());
    }

    /**
     * Closes the meeting. What was not decided goes off the agenda; members nobody noted were absent.
     *
     * @throws AgendaRefused while a ballot is open, or where nobody was noted as present
     */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    public void close(MeetingId id) {
        Role role = runs.require(meetings.get(id).areaCode());
        List<BidSummary> open = lockOpenBids(id);
        Meeting meeting = meetings.lock(id);
        if (meeting.status() != MeetingStatus.OPEN) {
            throw AgendaRefused.meetingIs(meeting.status());
        }
        for (BidSummary bid : open) {
            ballots.lockLatest(bid.id())
                    .filter(ballot -> ballot.status() != Ballot.Status.CLOSED)
                    .ifPresent(running -> {
                        throw AgendaRefused.ballotOpen(bid.collaborationName());
                    });
        }
        if (meeting.kind() == MeetingKind.MEETING) {
            noteTheAbsent(meeting);
        }
        open.forEach(bid -> agendas.settle(bid, ItemOutcome.NOT_DECIDED, null, "", clock.instant()));
        meetings.closed(id, currentUser.actor().id(), clock.instant());
        audit.record(MeetingPlanning.act(meeting, "board.meetingClosed", role).with("notDecided", open.size()));
    }

    /** Bids before meetings, in one order, as every use case locks them. */
    private List<BidSummary> lockOpenBids(MeetingId id) {
        return agendas.of(id).stream()
                .filter(item -> item.outcome() == null)
                .map(Agendas.Item::bid)
                .sorted(Comparator.comparing(bid -> bid.value().toString()))
                .map(progress::lock)
                .toList();
    }

    private void noteTheAbsent(Meeting meeting) {
        Map<PersonId, Attendance> noted = meetings.attendance(meeting.id());
        if (!noted.containsValue(Attendance.PRESENT)) {
            throw AgendaRefused.attendanceMissing();
        }
        roll.people(meeting.areaCode()).stream()
                .filter(member -> !noted.containsKey(member.id()))
                .forEach(member -> meetings.note(meeting.id(), member.id(), Attendance.ABSENT, clock.instant()));
    }
}
