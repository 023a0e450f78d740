package org.schoolcollab.board;

import java.time.Instant;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.board.domain.Meetings;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.PortalClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Meetings that are there from the start, such as the demo's; people plan theirs with {@link MeetingPlanning}. */
@Component
public class PlannedMeetings {

    private final Meetings meetings;
    private final AuditTrail audit;
    private final PortalClock clock;

    PlannedMeetings(Meetings meetings, AuditTrail audit, PortalClock clock) {
        this.meetings = meetings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds a planned meeting with an empty agenda.
     *
     * @param startsAt UTC
     * @param by in whose name it is planned
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public MeetingId add(String areaCode, String areaName, Instant startsAt, String place, PersonId by) {
        Meeting meeting = new Meeting(
                MeetingId.random(),
                areaCode,
                areaName,
                MeetingKind.MEETING,
                startsAt,
                null,
                place,
                MeetingStatus.PLANNED);
        meetings.add(meeting, by, clock.instant());
        audit.record(Act.on("meeting", meeting.id().toString(), "board.meetingPlanned", "")
                .with("area", areaName)
                .with("starts", startsAt)
                .with("place", place));
        return meeting.id();
    }
}
