package org.schoolcollab.board;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of meetings share. */
abstract class MeetingScenes extends BoardScenes {

    static final LocalDate DAY = LocalDate.of(2014, 6, 16);

    static final LocalTime FOUR = LocalTime.of(16, 0);

    @Autowired
    MeetingPlanning planning;

    @Autowired
    MeetingConduct conduct;

    @Autowired
    MeetingQueries meetings;

    /** A planned meeting of the South board with every bid that waits for it. */
    MeetingId planned() {
        return logIn.as("chair.south", () -> {
            MeetingId id = planning.plan(meeting("SOUTH"));
            List.copyOf(meetings.waiting(id)).stream()
                    .sorted(java.util.Comparator.comparing(
                            (org.schoolcollab.bid.BidSummary bid) -> bid.collaborationName(),
                            java.util.Comparator.reverseOrder()))
                    .forEach(bid -> planning.putOn(id, bid.id()));
            return id;
        });
    }

    MeetingId opened() {
        MeetingId id = planned();
        logIn.run("chair.south", () -> conduct.open(id));
        return id;
    }

    static MeetingDraft meeting(String area) {
        return new MeetingDraft(area, MeetingKind.MEETING, DAY, FOUR, "Town hall", null, null);
    }

    MeetingOnScreen seen(String username, MeetingId id) {
        return logIn.as(username, () -> meetings.meeting(id));
    }
}
