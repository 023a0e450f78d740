package org.schoolcollab.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;

/** A meeting as its chair types it; dates and times are meant in London. */
public record MeetingDraft(
        String areaCode,
        MeetingKind kind,
        @Nullable LocalDate date,
        @Nullable LocalTime time,
        String place,
        @Nullable LocalDate closesOn,
        @Nullable LocalTime closesTime) {

    /** The most characters a place may have. */
    public static final int PLACE_LIMIT = 200;

    /**
     * Reads what was typed.
     *
     * @throws ValidationFailed naming every gap: no date or time, one in the past, no place, a closing time before the start
     */
    Meeting toMeeting(MeetingId id, String areaName, Instant now) {
        List<Problem> gaps = new ArrayList<>();
        Instant starts = moment(date, time, "date", gaps);
        if (starts != null && starts.isBefore(now)) {
            gaps.add(Problem.of("date", "error.board.meetingInThePast"));
        }
        boolean written = kind == MeetingKind.WRITTEN;
        Instant closes = written ? moment(closesOn, closesTime, "closes", gaps) : null;
        if (starts != null && closes != null && !closes.isAfter(starts)) {
            gaps.add(Problem.of("closes", "error.board.closesBeforeItStarts"));
        }
        String where = "";
        try {
            where = written ? "" : Texts.required(PLACE_LIMIT, "place", place);
        } catch (ValidationFailed missing) {
            gaps.addAll(missing.problems());
        }
        if (starts == null || !gaps.isEmpty()) {
            throw new ValidationFailed(gaps);
        }
        return new Meeting(id, areaCode, areaName, kind, starts, closes, where, MeetingStatus.PLANNED);
    }

    private static @Nullable Instant moment(
            @Nullable LocalDate day, @Nullable LocalTime at, String field, List<Problem> gaps) {
        if (day == null || at == null) {
            gaps.add(Problem.of(field, "error.board.dateAndTime." + field));
            return null;
        }
        return day.atTime(at).atZone(PortalClock.LONDON).toInstant();
    }
}
