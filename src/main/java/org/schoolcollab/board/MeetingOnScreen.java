package org.schoolcollab.board;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.security.PersonId;

/**
 * A meeting with everything its page shows.
 *
 * @param runs whether the person who reads plans and runs it
 * @param early whether its day has not come yet, so that it cannot be opened
 * @param members of the board now
 * @param envelopes those whose money the agenda is about, the board's own first
 */
public record MeetingOnScreen(
        Meeting meeting,
        boolean runs,
        boolean early,
        CountingRule rule,
        List<Member> members,
        List<AgendaItem> items,
        List<EnvelopePicture> envelopes) {

    /**
     * A member of the board.
     *
     * @param attendance null where nothing is noted yet
     * @param voted whether they voted in this meeting and so were present, whatever is noted
     * @param me whether this is the person who reads
     */
    public record Member(
            PersonId person, String name, @Nullable Attendance attendance, boolean voted, boolean me) {}

    public int present() {
        return (int) members.stream()
                .filter(member -> member.attendance() == Attendance.PRESENT)
                .count();
    }

    public int decided() {
        return (int) items.stream().filter(item -> !item.isOpen()).count();
    }
}
