package org.schoolcollab.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.board.MeetingConduct;
import org.schoolcollab.board.MeetingDraft;
import org.schoolcollab.board.MeetingId;
import org.schoolcollab.board.MeetingKind;
import org.schoolcollab.board.MeetingPlanning;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.testing.Jobs;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Votes between meetings: the process ends them at the closing time and reminds before. */
@PortalTest
class VoteInWritingProcessTest {

    /** 17:00 in London. */
    private static final Instant CLOSES = Instant.parse("2014-06-20T16:00:00Z");

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    MeetingPlanning planning;

    @Autowired
    MeetingConduct conduct;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Jobs jobs;

    @Autowired
    PortalClock clock;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    private BidId bid = BidId.random();
    private MeetingId procedure = MeetingId.random();

    @BeforeEach
    void aBallotUntilTheTwentiethOfJune() {
        bid = lifecycle.recommended();
        procedure = logIn.as(Lifecycle.CHAIR, () -> {
            MeetingId id = planning.plan(new MeetingDraft(
                    "SOUTH",
                    MeetingKind.WRITTEN,
                    LocalDate.of(2014, 6, 16),
                    LocalTime.of(12, 0),
                    "",
                    LocalDate.of(2014, 6, 20),
                    LocalTime.of(17, 0)));
            planning.putOn(id, bid);
            conduct.open(id);
            return id;
        });
        lifecycle.openBallot(bid);
    }

    @Test
    void theProcessCountsWhatIsThereAtTheClosingTime() {
        vote(VoteChoice.APPROVE, 0, 3);
        assertThat(lifecycle.openTasks(bid)).hasSize(3).containsOnly("userTask_CastVote");

        jobs.runUntil(CLOSES.minusMillis(1));
        assertThat(lifecycle.status(bid)).isEqualTo(BidStatus.BEFORE_BOARD);
        jobs.runUntil(CLOSES);

        assertThat(lifecycle.status(bid)).isEqualTo(BidStatus.AWARDED);
        assertThat(lifecycle.openTasks(bid)).doesNotContain("userTask_CastVote");
        assertThat(lifecycle.openItems(bid)).doesNotContain("userTask_CastVote");
        assertThat(outcome()).isEqualTo("APPROVED");
    }

    @Test
    void withTooFewVotesThereIsNoDecision() {
        vote(VoteChoice.APPROVE, 0, 2);

        jobs.runUntil(CLOSES);

        assertThat(lifecycle.status(bid)).isEqualTo(BidStatus.BEFORE_BOARD);
        assertThat(lifecycle.openTasks(bid)).containsExactly("userTask_OpenBallot");
        assertThatThrownBy(() -> lifecycle.openBallot(bid))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("error.board.timeIsUp"));
        logIn.run(Lifecycle.CHAIR, () -> conduct.close(procedure));
        lifecycle.openBallot(bid);
        assertThat(logIn.as("auditor", reconciliation::differences)).isEmpty();
    }

    @Test
    void membersAreRemindedOnTheMorningBefore() {
        jobs.runUntil(Instant.parse("2014-06-19T06:59:59Z"));
        assertThat(reminded()).isZero();
        jobs.runUntil(Instant.parse("2014-06-19T07:00:00Z"));
        assertThat(reminded()).isEqualTo(6);
    }

    @Test
    void aVoteAfterTheClosingTimeIsRefusedEvenBeforeTheTimerRan() {
        vote(VoteChoice.APPROVE, 0, 1);
        clock.advance(java.time.Duration.between(clock.instant(), CLOSES));

        assertThatThrownBy(() -> vote(VoteChoice.APPROVE, 1, 2))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("error.board.timeIsUp"));
    }

    @Test
    void votesThatAreDecidedEarlierNeedNoTimer() {
        vote(VoteChoice.REFUSE, 0, 4);

        assertThat(lifecycle.status(bid)).isEqualTo(BidStatus.REFUSED);
        assertThat(lifecycle.timers()).isZero();
    }

    private void vote(VoteChoice choice, int from, int to) {
        List<String> voters = Lifecycle.VOTERS.subList(from, to);
        voters.forEach(voter -> lifecycle.vote(bid, voter, choice));
    }

    private String outcome() {
        return jdbc.sql("select outcome from board_meeting_item where bid_id = ?")
                .param(bid.toString())
                .query(String.class)
                .single();
    }

    private int reminded() {
        return jdbc.sql("select count(*) from inbox_work_item where bid_id = ? and reminded_at is not null"
                        + " and task_key = 'userTask_CastVote'")
                .param(bid.toString())
                .query(Integer.class)
                .single();
    }
}
