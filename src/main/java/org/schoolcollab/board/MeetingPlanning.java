package org.schoolcollab.board;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.domain.AgendaRefused;
import org.schoolcollab.board.domain.Agendas;
import org.schoolcollab.board.domain.Ballot;
import org.schoolcollab.board.domain.Ballots;
import org.schoolcollab.board.domain.Meetings;
import org.schoolcollab.establishment.Area;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;

/** The chair or the vice-chair plans a meeting and builds its agenda. */
@UseCase
public class MeetingPlanning {

    private final Meetings meetings;
    private final Agendas agendas;
    private final Ballots ballots;
    private final BidProgress progress;
    private final RunsMeetings runs;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    MeetingPlanning(
            Meetings meetings,
            Agendas agendas,
            Ballots ballots,
            BidProgress progress,
            RunsMeetings runs,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.ballots = ballots;
        this.progress = progress;
        this.runs = runs;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Plans a meeting or a written procedure.
     *
     * @throws org.schoolcollab.shared.ValidationFailed naming every gap
     */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    public MeetingId plan(MeetingDraft draft) {
        Role role = runs.require(draft.areaCode());
        Meeting meeting = draft.toMeeting(
                MeetingId.random(), Area.valueOf(draft.areaCode()).displayName(), clock.instant());
        meetings.add(meeting, currentUser.actor().id(), clock.instant());
        audit.record(act(meeting, "board.meetingPlanned", role)
                .with("area", meeting.areaName())
                .with("kind", meeting.kind())
                .with("starts", meeting.startsAt())
                .with("closes", meeting.closesAt())
                .with("place", meeting.place().isEmpty() ? null : meeting.place()));
        return meeting.id();
    }

    /**
     * Gives a planned meeting another date, place or closing time.
     *
     * @throws AgendaRefused once it has begun
     */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    public void change(MeetingId id, MeetingDraft draft) {
        Role role = runs.require(meetings.get(id).areaCode());
        Meeting before = meetings.lock(id);
        if (before.status() != MeetingStatus.PLANNED) {
            throw AgendaRefused.meetingIs(before.status());
        }
        Meeting after = new MeetingDraft(
                        before.areaCode(),
                        draft.kind(),
                        draft.date(),
                        draft.time(),
                        draft.place(),
                        draft.closesOn(),
                        draft.closesTime())
                .toMeeting(id, before.areaName(), clock.instant());
        meetings.change(after);
        audit.record(act(after, "board.meetingChanged", role)
                .changed("kind", before.kind(), after.kind())
                .changed("starts", before.startsAt(), after.startsAt())
                .changed("closes", before.closesAt(), after.closesAt())
                .changed("place", before.place(), after.place()));
    }

    /**
     * Puts a bid at the end of the agenda.
     *
     * @throws AgendaRefused if it does not wait for this board, is on an open agenda, or the meeting is over
     */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    public void putOn(MeetingId id, BidId bidId) {
        Role role = runs.require(meetings.get(id).areaCode());
        BidSummary bid = progress.lock(bidId);
        Meeting meeting = lockBeforeClose(id);
        if (bid.status() != BidStatus.BEFORE_BOARD || !bid.boardAreaCode().equals(meeting.areaCode())) {
            throw AgendaRefused.notBeforeThisBoard();
        }
        requireNoBallot(bid);
        agendas.add(id, bid);
        audit.record(Act.onBid(bidId.value(), "board.putOnAgenda", role.name())
                .with("meeting", id)
                .with("starts", meeting.startsAt()));
    }

    /** Takes a bid off the agenda again. */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    public void takeOff(MeetingId id, BidId bidId) {
        Role role = runs.require(meetings.get(id).areaCode());
        BidSummary bid = progress.lock(bidId);
        lockBeforeClose(id);
        requireNoBallot(bid);
        agendas.remove(openItem(id, bidId).id());
        audit.record(
                Act.onBid(bidId.value(), "board.takenOffAgenda", role.name()).with("meeting", id));
    }

    /**
     * Moves an item by one place.
     *
     * @param up towards the start of the list
     */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    public void move(MeetingId id, BidId bidId, boolean up) {
        Role role = runs.require(meetings.get(id).areaCode());
        Meeting meeting = lockBeforeClose(id);
        UUID moved = openItem(id, bidId).id();
        List<UUID> order =
                agendas.of(id).stream().map(Agendas.Item::id).collect(Collectors.toCollection(ArrayList::new));
        int from = order.indexOf(moved);
        int to = up ? from - 1 : from + 1;
        if (to < 0 || to >= order.size()) {
            return;
        }
        order.remove(from);
        order.add(to, moved);
        agendas.order(order);
        audit.record(
                act(meeting, "board.agendaOrdered", role).with("bid", bidId).changed("place", from + 1, to + 1));
    }

    /**
     * Notes what the chair thinks of putting to the vote, so that the picture of the envelope shows it. Binds nobody.
     *
     * @param amount in pence; null for what the adviser recommended
     */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    public void propose(MeetingId id, BidId bidId, @Nullable Money amount) {
        runs.require(meetings.get(id).areaCode());
        lockBeforeClose(id);
        agendas.propose(openItem(id, bidId).id(), amount != null && amount.isPositive() ? amount : null);
    }

    private Meeting lockBeforeClose(MeetingId id) {
        Meeting meeting = meetings.lock(id);
        if (!meeting.isBeforeClose()) {
            throw AgendaRefused.meetingIs(meeting.status());
        }
        return meeting;
    }

    private void requireNoBallot(BidSummary bid) {
        ballots.lockLatest(bid.id())
                .filter(ballot -> ballot.status() != Ballot.Status.CLOSED)
                .ifPresent(open -> {
                    throw BallotRefused.stillOpen();
                });
    }

    private Agendas.Item openItem(MeetingId id, BidId bid) {
        Agendas.Item item = agendas.of(id).stream()
                .filter(candidate -> candidate.bid().equals(bid))
                .reduce((first, last) -> last)
                .orElseThrow(NotFound::new);
        if (item.outcome() != null) {
            throw AgendaRefused.settled();
        }
        return item;
    }

    static Act act(Meeting meeting, String action, Role role) {
        return Act.on("meeting", meeting.id().toString(), action, role.name());
    }
}
