package org.schoolcollab.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import org.schoolcollab.board.PlannedMeetings;
import org.schoolcollab.establishment.Area;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.PortalClock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** One planned meeting of each Area Board, a few days after the last day for bids. Its agenda is empty until bids are reviewed. */
@Component
@Profile("demo")
class DemoMeetings {

    private static final LocalDate DAY = LocalDate.of(2014, 7, 22);
    private static final LocalTime START = LocalTime.of(16, 0);

    private final PlannedMeetings meetings;
    private final People people;

    DemoMeetings(PlannedMeetings meetings, People people) {
        this.meetings = meetings;
        this.people = people;
    }

    /** @return how many were added */
    int add() {
        for (Area area : Area.values()) {
            meetings.add(
                    area.name(),
                    area.displayName(),
                    DAY.atTime(START).atZone(PortalClock.LONDON).toInstant(),
                    "Council offices, room 2 (demo)",
                    people.holders(Role.BOARD_CHAIR, Scope.area(area.name()))
                            .getFirst()
                            .id());
        }
        return Area.values().length;
    }
}
