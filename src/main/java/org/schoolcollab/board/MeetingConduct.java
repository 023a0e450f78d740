package org.schoolcollab.board;

import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidRegister;
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
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.transaction.annotation.Transactional;

/** The chair or the vice-chair opens a meeting, notes who is there, and closes it. */
@UseCase
public class MeetingConduct {

    private final Meetings meetings;
    private final Agendas agendas;
    private final Ballots ballots;
    private final BidRegister bids;
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
            BidRegister bids,
            BidProgress progress,
            BoardRoll roll,
            RunsMeetings runs,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.ballots = ballots;
        this.bids = bids;
        this.progress = progress;
        this.roll = roll;
        this.runs = runs;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Opens the meeting; from now on the bids on its agenda can be put to the vote.
     *
     * @throws AgendaRefused before its day, and a second time
     */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    public void open(MeetingId id) {
        Role role = runs.require(meetings.get(id).areaCode());
        Meeting meeting = meetings.lock(id);
        if (meeting.status() != MeetingStatus.PLANNED) {
            throw AgendaRefused.meetingIs(meeting.status());
        }
        if (clock.today().isBefore(meeting.day())) {
            throw AgendaRefused.tooEarly(meeting.day());
        }
        meetings.opened(id, currentUser.actor().id(), clock.instant());
        audit.record(MeetingPlanning.act(meeting, "board.meetingOpened", role));
    }

    /**
     * Notes whether a member came. Apologies may be noted before the meeting, and by the member who sends them.
     *
     * @throws AgendaRefused before the meeting for who came, after the minutes are signed, and where somebody who voted is said to
     *     have been away
     */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    public void note(MeetingId id, PersonId person, Attendance attendance) {
        Meeting before = meetings.get(id);
        Role role = mayNote(before, person, attendance);
        Meeting meeting = meetings.lock(id);
        if (attendance != Attendance.APOLOGIES || meeting.status() == MeetingStatus.SIGNED) {
            requireBegunAndUnsigned(meeting);
        }
        People.Person member = roll.people(meeting.areaCode()).stream()
                .filter(candidate -> candidate.id().equals(person))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (attendance != Attendance.PRESENT && meetings.voters(id).contains(person)) {
            throw AgendaRefused.votedHere(member.displayName());
        }
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
     * Notes every member as absent of whom nothing is known yet.
     *
     * @throws AgendaRefused before the meeting, and after the minutes are signed
     */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    public void noteTheRestAbsent(MeetingId id) {
        Role role = runs.require(meetings.get(id).areaCode());
        Meeting meeting = meetings.lock(id);
        requireBegunAndUnsigned(meeting);
        List<People.Person> rest = unaccounted(meeting);
        if (rest.isEmpty()) {
            return;
        }
        rest.forEach(member -> meetings.note(id, member.id(), Attendance.ABSENT, clock.instant()));
        audit.record(MeetingPlanning.act(meeting, "board.restNotedAbsent", role)
                .with("members", rest.stream().map(People.Person::displayName).collect(Collectors.joining(", "))));
    }

    /** Refuses a meeting that could not be closed now, before anything binds; as {@link #close}. */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    @Transactional(readOnly = true)
    public void checkMayClose(MeetingId id) {
        Meeting meeting = meetings.get(id);
        runs.require(meeting.areaCode());
        requireClosable(meeting, openBids(id).map(bids::get).toList(), ballots::latest);
    }

    /**
     * Closes the meeting. What was not decided goes off the agenda.
     *
     * @throws AgendaRefused while a ballot is open, or where nobody was present
     * @throws ValidationFailed naming every member of whom it is not noted whether they came
     */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    public void close(MeetingId id) {
        Role role = runs.require(meetings.get(id).areaCode());
        // Bids before meetings, in one order, as every use case locks them.
        List<BidSummary> open = openBids(id)
                .sorted(Comparator.comparing(bid -> bid.value().toString()))
                .map(progress::lock)
                .toList();
        Meeting meeting = meetings.lock(id);
        requireClosable(meeting, open, ballots::lockLatest);
        open.forEach(bid -> agendas.settle(bid, ItemOutcome.NOT_DECIDED, null, "", clock.instant()));
        meetings.closed(id, currentUser.actor().id(), clock.instant());
        audit.record(MeetingPlanning.act(meeting, "board.meetingClosed", role).with("notDecided", open.size()));
    }

    private Stream<BidId> openBids(MeetingId id) {
        return agendas.of(id).stream().filter(item -> item.outcome() == null).map(Agendas.Item::bid);
    }

    private void requireClosable(Meeting meeting, List<BidSummary> open, Function<BidId, Optional<Ballot>> latest) {
        if (meeting.status() != MeetingStatus.OPEN) {
            throw AgendaRefused.meetingIs(meeting.status());
        }
        for (BidSummary bid : open) {
            if (latest.apply(bid.id())
                    .filter(ballot -> ballot.status() != Ballot.Status.CLOSED)
                    .isPresent()) {
                throw AgendaRefused.ballotOpen(bid.collaborationName());
            }
        }
        if (meeting.kind() == MeetingKind.MEETING) {
            requireAttendance(meeting);
        }
    }

    private void requireAttendance(Meeting meeting) {
        List<Problem> gaps = unaccounted(meeting).stream()
                .map(member ->
                        Problem.of("attendance." + member.id(), "error.board.attendanceOpen", member.displayName()))
                .toList();
        if (!gaps.isEmpty()) {
            throw new ValidationFailed(gaps);
        }
        if (!meetings.attendance(meeting.id()).containsValue(Attendance.PRESENT)) {
            throw AgendaRefused.attendanceMissing();
        }
    }

    /** Members of whom nobody noted whether they came, and who did not vote. */
    private List<People.Person> unaccounted(Meeting meeting) {
        Set<PersonId> known = meetings.attendance(meeting.id()).keySet();
        return roll.people(meeting.areaCode()).stream()
                .filter(member -> !known.contains(member.id()))
                .toList();
    }

    private static void requireBegunAndUnsigned(Meeting meeting) {
        if (meeting.status() == MeetingStatus.PLANNED || meeting.status() == MeetingStatus.SIGNED) {
            throw AgendaRefused.meetingIs(meeting.status());
        }
    }
}
