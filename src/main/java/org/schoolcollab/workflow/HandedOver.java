package org.schoolcollab.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a process is handed when a bid starts it and when a ballot opens in it; alike for a bid and for a made-up one. */
public final class HandedOver {

    /** Days before the last day of a window on which people are reminded. */
    private static final int REMIND_DAYS = 5;

    private HandedOver() {}

    /**
     * What a bid's process is told when it starts.
     *
     * @param leadGroup task group of the collaboration's leads
     * @param adviserGroup task group of the district's advisers
     * @param secondWaits whether the second instalment waits for the March report
     */
    public record AtStart(
            String leadGroup,
            String adviserGroup,
            boolean secondWaits,
            LocalDate bidsClose,
            LocalDate marchFrom,
            LocalDate marchTo,
            LocalDate octoberFrom,
            LocalDate octoberTo) {

        /** As variables of the process, by name. */
        public Map<String, Object> variables() {
            return ProcessVariables.values()
                    .with(ProcessVariables.LEAD_GROUP, leadGroup)
                    .with(ProcessVariables.ADVISER_GROUP, adviserGroup)
                    .with(ProcessVariables.SECOND_WAITS, secondWaits)
                    .with(ProcessVariables.PLAN_REMINDER, reminder(bidsClose))
                    .with(ProcessVariables.PLAN_DUE, Date.from(WorkingDays.endOf(bidsClose)))
                    .with(ProcessVariables.MARCH_OPENS, Date.from(WorkingDays.morningOf(marchFrom)))
                    .with(ProcessVariables.MARCH_REMINDER, reminder(marchTo))
                    .with(ProcessVariables.MARCH_DUE, Date.from(WorkingDays.endOf(marchTo)))
                    .with(ProcessVariables.OCTOBER_OPENS, Date.from(WorkingDays.morningOf(octoberFrom)))
                    .with(ProcessVariables.OCTOBER_REMINDER, reminder(octoberTo))
                    .with(ProcessVariables.OCTOBER_DUE, Date.from(WorkingDays.endOf(octoberTo)))
                    .map();
        }
    }

    private static Date reminder(LocalDate lastDay) {
        return Date.from(WorkingDays.morningOf(lastDay.minusDays(REMIND_DAYS)));
    }

    /** What a process is told when a ballot opens in it. */
    static ProcessVariables.Values atVote(LocalDate today, List<String> voters, @Nullable Instant closesAt) {
        VotingTime time = VotingTime.of(today, closesAt);
        return ProcessVariables.values()
                .with(ProcessVariables.DECISION, "OPEN")
                .with(ProcessVariables.VOTERS, new ArrayList<>(voters))
                .with(ProcessVariables.VOTE_REMINDER, Date.from(time.reminder()))
                .with(ProcessVariables.VOTE_DUE, Date.from(time.due()))
                .with(ProcessVariables.VOTE_ENDS, Date.from(time.ends()));
    }

    /**
     * Like a ballot in writing.
     *
     * @param closesAt when the voting ends by itself
     */
    public static Map<String, Object> atVoteInWriting(LocalDate today, List<String> voters, Instant closesAt) {
        return atVote(today, voters, closesAt).map();
    }
}
