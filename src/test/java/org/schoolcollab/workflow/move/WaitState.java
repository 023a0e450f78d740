package org.schoolcollab.workflow.move;

import java.util.List;

/** Every place where a bid waits on its way, for people, for votes or for a date. */
enum WaitState {
    DRAFTING("bidLifecycle", "userTask_DraftPlan", "userTask_DraftPlan"),
    IN_REVIEW("bidLifecycle", "userTask_ReviewPlan", "flow_IsPlanRecommended_DecideBid"),
    REVIEW_REMINDED("bidLifecycle", "userTask_ReviewPlan", "flow_IsPlanRecommended_DecideBid"),
    REVIEW_OVERDUE("bidLifecycle", "userTask_ReviewPlan", "flow_IsPlanRecommended_DecideBid"),
    RETURNED("bidLifecycle", "userTask_RevisePlan", "userTask_RevisePlan"),
    BEFORE_VOTE("boardVote", "userTask_OpenBallot", "flow_IsBidDecided_BidDecided"),
    VOTE_OPEN("boardVote", "userTask_CastVote", "flow_IsBidDecided_BidDecided"),
    VOTE_BEGUN("boardVote", "userTask_CastVote", "flow_IsBidDecided_BidDecided"),
    VOTE_OPEN_IN_MEETING("boardVote", "userTask_CastVote", "flow_IsBidDecided_BidDecided"),
    VOTE_BEGUN_IN_MEETING("boardVote", "userTask_CastVote", "flow_IsBidDecided_BidDecided"),
    VOTE_OPEN_IN_WRITING("boardVote", "userTask_CastVote", "flow_IsBidDecided_BidDecided"),
    VOTE_BEGUN_IN_WRITING("boardVote", "userTask_CastVote", "flow_IsBidDecided_BidDecided"),
    TIED("boardVote", "userTask_GiveCastingVote", "flow_IsBidDecided_BidDecided"),
    AWARDED("bidLifecycle", "userTask_AcceptAward", "userTask_AcceptAward"),
    FIRST_RELEASE("budgetRelease", "userTask_RequestRelease", "userTask_RequestRelease"),
    FIRST_APPROVAL("budgetRelease", "userTask_ApproveRelease", "flow_IsReleaseApproved_InstalmentReleased"),
    MARCH_AWAITED("bidLifecycle", "timerEvent_MarchWindowOpened", "timerEvent_MarchWindowOpened"),
    MARCH_REPORT("marchReport", "userTask_WriteMarchReport", "userTask_WriteMarchReport"),
    MARCH_ACCEPTANCE("marchReport", "userTask_AcceptMarchReport", "flow_IsMarchReportAccepted_MarchReportAccepted"),
    SECOND_RELEASE("budgetRelease", "userTask_RequestRelease", "userTask_RequestRelease"),
    SECOND_APPROVAL("budgetRelease", "userTask_ApproveRelease", "flow_IsReleaseApproved_InstalmentReleased"),
    OCTOBER_AWAITED("bidLifecycle", "timerEvent_OctoberWindowOpened", "timerEvent_OctoberWindowOpened"),
    OCTOBER_REPORT("octoberReport", "userTask_WriteOctoberReport", "userTask_WriteOctoberReport"),
    OCTOBER_ACCEPTANCE(
            "octoberReport", "userTask_AcceptOctoberReport", "flow_IsOctoberReportAccepted_OctoberReportAccepted");

    private static final String LIFE = "bidLifecycle";

    private final String process;
    private final String step;
    private final String behind;

    /**
     * @param process the innermost process that waits
     * @param step where it waits
     * @param behind step or way behind which another step is put that every bid comes to from here
     */
    WaitState(String process, String step, String behind) {
        this.process = process;
        this.step = step;
        this.behind = behind;
    }

    String process() {
        return process;
    }

    String step() {
        return step;
    }

    String behind() {
        return behind;
    }

    /** All processes of the bid that are under way. */
    List<String> processes() {
        return process.equals(LIFE) ? List.of(LIFE) : List.of(process, LIFE);
    }

    /** Whether this process stays on its version, because members vote. */
    boolean keeps(String key) {
        return name().startsWith("VOTE_") && key.equals("boardVote");
    }

    boolean isLate() {
        return this == REVIEW_REMINDED || this == REVIEW_OVERDUE;
    }
}
