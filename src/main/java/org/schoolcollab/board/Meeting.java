package org.schoolcollab.board;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.shared.PortalClock;

/**
 * A meeting of an area's board, or a vote in writing.
 *
 * @param startsAt when it begins, UTC
 * @param closesAt when the votes of a written procedure end, UTC; null for a meeting
 * @param place where people meet; empty for a written procedure
 */
public record Meeting(
        MeetingId id,
        String areaCode,
        String areaName,
        MeetingKind kind,
        Instant startsAt,
        @Nullable Instant closesAt,
        String place,
        MeetingStatus status) {

    /** The day in London on which it begins; before that day nobody opens it. */
    public LocalDate day() {
        return startsAt.atZone(PortalClock.LONDON).toLocalDate();
    }

    /** Whether its agenda may still change. */
    public boolean isBeforeClose() {
        return status == MeetingStatus.PLANNED || status == MeetingStatus.OPEN;
    }
}
