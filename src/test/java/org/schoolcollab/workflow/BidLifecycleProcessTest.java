package org.schoolcollab.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidProcess;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.outcome.OutcomeProcess.Kind;
import org.schoolcollab.testing.Jobs;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class BidLifecycleProcessTest {

    private static final Instant MARCH = Instant.parse("2015-03-01T08:00:00Z");
    private static final Instant OCTOBER = Instant.parse("2015-10-01T07:00:00Z");

    @Autowired
    RepositoryService repository;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BidProcess bidProcess;

    @Autowired
    BidRegister register;

    @Test
    void everyShippedProcessIsDeployedOnItsOwn() {
        assertThat(repository.createProcessDefinitionQuery().list())
                .extracting(ProcessDefinition::getKey)
                .containsExactlyInAnyOrder(
                        "bidLifecycle", "boardVote", "budgetRelease", "marchReport", "octoberReport", "schoolConsent");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(6);
    }

    @Test
    void carriesABidFromPlanToAcceptedReports() {
        BidId bid = lifecycle.drafted();
        expectOpen(bid, "userTask_DraftPlan");
        lifecycle.submit(bid);
        expectOpen(bid, "userTask_ReviewPlan");
        lifecycle.recommend(bid);
        expectOpen(bid, "userTask_OpenBallot");
        assertThat(lifecycle.award(bid)).isEmpty();
        lifecycle.openBallot(bid);
        assertThat(lifecycle.openTasks(bid)).hasSize(6).containsOnly("userTask_CastVote");
        Lifecycle.VOTERS.subList(0, 4).forEach(voter -> lifecycle.vote(bid, voter, VoteChoice.APPROVE));
        expectOpen(bid, "userTask_AcceptAward");
        assertThat(lifecycle.status(bid)).isEqualTo(BidStatus.AWARDED);
        assertThat(lifecycle.award(bid)).containsExactly(Map.of("agreed_pence", 2_000_000L, "status", "COMMITTED"));
        assertThatThrownBy(() -> lifecycle.requestRelease(bid, 1)).isInstanceOf(StepNotOpen.class);
        lifecycle.accept(bid);
        expectOpen(bid, "userTask_RequestRelease");
        lifecycle.requestRelease(bid, 1);
        expectOpen(bid, "userTask_ApproveRelease");
        lifecycle.approveRelease(bid, 1);
        expectOpen(bid);

        jobs.runUntil(MARCH.minusSeconds(1));
        expectOpen(bid);
        jobs.runUntil(MARCH);
        expectOpen(bid, "userTask_WriteMarchReport");
        lifecycle.writeReport(bid, Kind.MARCH);
        expectOpen(bid, "userTask_AcceptMarchReport");
        lifecycle.acceptReport(bid, Kind.MARCH);
        expectOpen(bid, "userTask_RequestRelease");
        lifecycle.requestRelease(bid, 2);
        lifecycle.approveRelease(bid, 2);
        expectOpen(bid);

        jobs.runUntil(OCTOBER.minusSeconds(1));
        expectOpen(bid);
        jobs.runUntil(OCTOBER);
        expectOpen(bid, "userTask_WriteOctoberReport");
        lifecycle.writeReport(bid, Kind.OCTOBER);
        lifecycle.acceptReport(bid, Kind.OCTOBER);

        expectOpen(bid);
        assertThat(lifecycle.end(bid)).isEqualTo("endEvent_BidClosed");
        assertThat(lifecycle.status(bid)).isEqualTo(BidStatus.CLOSED);
        assertThat(lifecycle.timers()).isZero();
        assertThat(actions(bid)).contains("bid.closed");
    }

    @Test
    void aReturnedPlanGoesToItsLeadAndBackToTheAdviser() {
        BidId bid = lifecycle.submitted();
        lifecycle.returnPlan(bid);
        expectOpen(bid, "userTask_RevisePlan");
        assertThat(lifecycle.status(bid)).isEqualTo(BidStatus.RETURNED);
        lifecycle.submit(bid);
        expectOpen(bid, "userTask_ReviewPlan");
        assertThat(lifecycle.award(bid)).isEmpty();
    }

    @Test
    void aRefusedBidEndsWithoutMoney() {
        BidId bid = lifecycle.ballotOpen();
        Lifecycle.VOTERS.subList(0, 4).forEach(voter -> lifecycle.vote(bid, voter, VoteChoice.REFUSE));
        expectOpen(bid);
        assertThat(lifecycle.end(bid)).isEqualTo("endEvent_BidRefused");
        assertThat(lifecycle.status(bid)).isEqualTo(BidStatus.REFUSED);
        assertThat(lifecycle.award(bid)).isEmpty();
        assertThat(lifecycle.timers()).isZero();
    }

    @Test
    void onATieTheChairHasTheCastingVote() {
        BidId bid = lifecycle.tied();
        expectOpen(bid, "userTask_GiveCastingVote");
        assertThat(lifecycle.award(bid)).isEmpty();
        lifecycle.castingVote(bid, VoteChoice.APPROVE);
        expectOpen(bid, "userTask_AcceptAward");
        assertThat(lifecycle.award(bid)).hasSize(1);
    }

    @Test
    void aCastingVoteAgainstEndsTheBid() {
        BidId bid = lifecycle.tied();
        lifecycle.castingVote(bid, VoteChoice.REFUSE);
        expectOpen(bid);
        assertThat(lifecycle.end(bid)).isEqualTo("endEvent_BidRefused");
        assertThat(lifecycle.award(bid)).isEmpty();
    }

    @Test
    void whereTheEnvelopeHoldsTooLittleTheChairOpensAnotherBallot() {
        BidId bid = lifecycle.ballotOpen();
        jdbc.sql("update programme_envelope set given_pence = 100 where area_code = 'SOUTH'")
                .update();
        Lifecycle.VOTERS.subList(0, 4).forEach(voter -> lifecycle.vote(bid, voter, VoteChoice.APPROVE));
        expectOpen(bid, "userTask_OpenBallot");
        assertThat(lifecycle.status(bid)).isEqualTo(BidStatus.BEFORE_BOARD);
        assertThat(lifecycle.award(bid)).isEmpty();
    }

    @Test
    void canBeWithdrawnWhileDrafted() {
        expectWithdrawn(lifecycle.drafted());
    }

    @Test
    void canBeWithdrawnInReview() {
        expectWithdrawn(lifecycle.submitted());
    }

    @Test
    void canBeWithdrawnWhileTheBoardVotes() {
        BidId bid = lifecycle.ballotOpen();
        lifecycle.vote(bid, "board3.south", VoteChoice.APPROVE);
        expectWithdrawn(bid);
    }

    @Test
    void declinedByItsLeadItGivesItsMoneyBack() {
        BidId bid = lifecycle.agreed();
        expectWithdrawn(bid);
        assertThat(lifecycle.award(bid)).extracting(row -> row.get("status")).containsExactly("RETURNED");
    }

    @Test
    void withdrawnAfterTheAwardItGivesItsMoneyBack() {
        BidId bid = lifecycle.releaseRequested();
        expectWithdrawn(bid);
        assertThat(lifecycle.award(bid)).extracting(row -> row.get("status")).containsExactly("RETURNED");
    }

    @Test
    void cannotBeWithdrawnOnceMoneyIsReleased() {
        BidId bid = lifecycle.inDelivery();
        assertThatThrownBy(() -> lifecycle.withdraw(bid)).isInstanceOf(BidNotInStage.class);
        assertThatThrownBy(() -> lifecycle.act(Lifecycle.LEAD, () -> bidProcess.withdrawn(register.get(bid))))
                .isInstanceOf(StepNotOpen.class);
        assertThat(lifecycle.end(bid)).isNull();
    }

    @Test
    void aRejectedReleaseIsRequestedAgain() {
        BidId bid = lifecycle.releaseRequested();
        lifecycle.rejectRelease(bid, 1);
        expectOpen(bid, "userTask_RequestRelease");
        assertThat(lifecycle.status(bid)).isEqualTo(BidStatus.AWARDED);
    }

    @Test
    void aReleaseOfAnotherInstalmentIsNotOpen() {
        BidId bid = lifecycle.awarded();
        assertThatThrownBy(() -> lifecycle.requestRelease(bid, 2)).isInstanceOf(StepNotOpen.class);
        expectOpen(bid, "userTask_RequestRelease");
    }

    @Test
    void theSecondInstalmentFollowsAtOnceWhereTheRoundDoesNotLetItWait() {
        jdbc.sql("update programme_round set later_needs_march_report = false").update();
        BidId bid = lifecycle.inDelivery();
        expectOpen(bid, "userTask_RequestRelease");
        lifecycle.requestRelease(bid, 2);
        lifecycle.approveRelease(bid, 2);
        reportAccepted(bid, Kind.MARCH, MARCH);
        expectOpen(bid);
    }

    @Test
    void thereIsNoSecondReleaseWhereTheFirstInstalmentIsAll() {
        jdbc.sql("update programme_round set first_instalment_percent = 100").update();
        BidId bid = lifecycle.inDelivery();
        expectOpen(bid);
        reportAccepted(bid, Kind.MARCH, MARCH);
        expectOpen(bid);
        reportAccepted(bid, Kind.OCTOBER, OCTOBER);
        assertThat(lifecycle.end(bid)).isEqualTo("endEvent_BidClosed");
    }

    @Test
    void returnedReportsAreWrittenAgain() {
        jdbc.sql("update programme_round set first_instalment_percent = 100").update();
        BidId bid = lifecycle.inDelivery();
        jobs.runUntil(MARCH);
        lifecycle.writeReport(bid, Kind.MARCH);
        lifecycle.returnReport(bid, Kind.MARCH);
        expectOpen(bid, "userTask_WriteMarchReport");
        reportAccepted(bid, Kind.MARCH, MARCH);
        jobs.runUntil(OCTOBER);
        lifecycle.writeReport(bid, Kind.OCTOBER);
        lifecycle.returnReport(bid, Kind.OCTOBER);
        expectOpen(bid, "userTask_WriteOctoberReport");
        assertThat(lifecycle.status(bid)).isEqualTo(BidStatus.IN_DELIVERY);
    }

    @Test
    void votesCutShortAreGoneFromTheInboxNotDone() {
        BidId bid = lifecycle.awarded();
        assertThat(jdbc.sql(
                                "select state from inbox_work_item where bid_id = ? and task_key = 'userTask_CastVote' order by state")
                        .param(bid.toString())
                        .query(String.class)
                        .list())
                .containsExactly("DONE", "DONE", "DONE", "DONE", "GONE", "GONE");
    }

    private void reportAccepted(BidId bid, Kind kind, Instant opens) {
        jobs.runUntil(opens);
        lifecycle.writeReport(bid, kind);
        lifecycle.acceptReport(bid, kind);
    }

    private void expectWithdrawn(BidId bid) {
        lifecycle.withdraw(bid);
        expectOpen(bid);
        assertThat(lifecycle.end(bid)).isEqualTo("endEvent_BidWithdrawn");
        assertThat(lifecycle.status(bid)).isEqualTo(BidStatus.WITHDRAWN);
        assertThat(lifecycle.timers()).isZero();
    }

    /** Exactly these tasks are open, in the engine and in the inbox alike. */
    private void expectOpen(BidId bid, String... keys) {
        assertThat(lifecycle.openTasks(bid)).containsExactly(keys);
        assertThat(lifecycle.openItems(bid)).containsExactly(keys);
    }

    private List<String> actions(BidId bid) {
        return jdbc.sql("select action from audit_record where bid_id = ?")
                .param(bid.toString())
                .query(String.class)
                .list();
    }
}
