package org.schoolcollab.board.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.Dates;

/** This cannot be done with an agenda or a meeting, and why. */
public final class AgendaRefused extends BusinessRuleViolation {

    private AgendaRefused(String messageKey, Object... arguments) {
        super(messageKey, arguments);
    }

    static AgendaRefused onAnAgenda(@Nullable Throwable cause) {
        AgendaRefused refused = new AgendaRefused("error.board.onAnAgenda");
        refused.initCause(cause);
        return refused;
    }

    /** The bid is not before this board. */
    public static AgendaRefused notBeforeThisBoard() {
        return new AgendaRefused("error.board.notBeforeThisBoard");
    }

    /** The item is decided, deferred or gone. */
    public static AgendaRefused settled() {
        return new AgendaRefused("error.board.itemSettled");
    }

    /** The meeting is in another state than this needs. */
    public static AgendaRefused meetingIs(org.schoolcollab.board.MeetingStatus status) {
        return new AgendaRefused("error.board.meetingIs." + status.name());
    }

    /** Its day has not come yet. */
    public static AgendaRefused tooEarly(LocalDate day) {
        return new AgendaRefused("error.board.meetingTooEarly", Dates.day(day));
    }

    /** Whoever voted was there. */
    public static AgendaRefused votedHere(String member) {
        return new AgendaRefused("error.board.votedHere", member);
    }

    /** A ballot runs on an item. */
    public static AgendaRefused ballotOpen(String collaboration) {
        return new AgendaRefused("error.board.itemBallotOpen", collaboration);
    }

    /** Nobody was noted as present. */
    public static AgendaRefused attendanceMissing() {
        return new AgendaRefused("error.board.attendanceMissing");
    }
}
